import type { Access, CollectionConfig, Field, PayloadRequest, Where } from 'payload'

import { labels } from '../texts/fr.ts'
import type { ReferentielsOptions } from '../types.ts'

type FieldName = keyof typeof labels.fields

/** A text column. What a référentiel names is text, never a select, which would be a PostgreSQL enum. */
export const text = (name: FieldName, rules: { readonly required?: boolean; readonly index?: boolean } = {}): Field => ({
  name,
  label: labels.fields[name],
  type: 'text',
  ...rules,
})

export const json = (name: 'parts' | 'data'): Field => ({ name, label: labels.fields[name], type: 'json', required: true })

export const nobody: Access = () => false

/** Who reads drafts and every revision. */
export const isAuthor = async ({ owners }: ReferentielsOptions, req: PayloadRequest): Promise<boolean> => {
  if (!req.user) return false
  return owners?.authors ? owners.authors(req) : req.user.collection === req.payload.config.admin.user
}

export const authors =
  (options: ReferentielsOptions): Access =>
  ({ req }) =>
    isAuthor(options, req)

/** Authors see all; who is signed in, the rows that this says. */
export const authorsOr =
  (options: ReferentielsOptions, others: Where): Access =>
  async ({ req }) => {
    if (await isAuthor(options, req)) return true
    return req.user ? others : false
  }

/**
 * What all of the plugin's collections share: nobody writes them through Payload's API, `publication/` does,
 * with its checks and its lock.
 */
export const closedCollection = {
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  graphQL: false,
} as const satisfies Partial<CollectionConfig>
