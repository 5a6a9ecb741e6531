import type { Access, CollectionConfig, Field, PayloadRequest, Where } from 'payload'

import { labels } from '../texts/fr.ts'
import { databaseOf } from '../publication/transaction.ts'
import { ownersReadBy, ownersWrittenBy } from '../studio/owners.ts'
import { type Owner, ownerKinds, type ReferentielsOptions } from '../types.ts'
import { codesOf } from '../publication/publication.queries.ts'

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

type Ground = (req: PayloadRequest) => Promise<Where | boolean>

const anyOf = (wheres: readonly (Where | boolean)[]): Where | boolean => {
  if (wheres.includes(true)) return true
  const some = wheres.filter((where): where is Where => typeof where === 'object')
  return some.length === 0 ? false : { or: some }
}

/** Référentiels by the columns that say whose they are; `false` rather than an empty `in`, which goes wrong in SQL. */
export const ofOwners = (owners: readonly Owner[]): Where | boolean =>
  anyOf(
    ownerKinds.map((kind) => {
      const ids = owners.flatMap((owner) => (owner.kind === kind ? [owner.id] : []))
      if (ids.length === 0) return false
      const isOfKind: Where = { ownerKind: { equals: kind } }
      return ids.includes(null) ? isOfKind : { and: [isOfKind, { ownerId: { in: ids } }] }
    }),
  )

/** Rows that name a référentiel which one of these owns. */
const inCodes = async (req: PayloadRequest, owners: readonly Owner[], path: string): Promise<Where | boolean> => {
  const codes = owners.length === 0 ? [] : await codesOf(await databaseOf(req), owners)
  return codes.length === 0 ? false : { [path]: { in: [...codes] } }
}

/** Rows of référentiels that the person writes. `path` is the column that holds the référentiel's identifier. */
export const authors =
  (options: ReferentielsOptions, path = 'referentiel'): Access =>
  async ({ req }) =>
    inCodes(req, await ownersWrittenBy(options, req), path)

/** Identities that the person writes. */
export const ownReferentiels =
  (options: ReferentielsOptions): Access =>
  async ({ req }) =>
    ofOwners(await ownersWrittenBy(options, req))

/** Published versions: those for everybody, those of whom the person writes for, and those meant for where they belong. */
export const audience =
  (options: ReferentielsOptions): Access =>
  async ({ req }) => {
    if (!req.user) return false
    const grounds: readonly Ground[] = [
      () => Promise.resolve({ visibility: { equals: 'public' } }),
      async () => inCodes(req, await ownersWrittenBy(options, req), 'referentiel'),
      async () => {
        const owners = await ownersReadBy(options, req)
        const byKind = await Promise.all(
          (['network', 'organisation'] as const).map(async (kind): Promise<Where | boolean> => {
            const where = await inCodes(req, owners.filter((owner) => owner.kind === kind), 'referentiel')
            return typeof where === 'boolean' ? where : { and: [{ visibility: { equals: kind } }, where] }
          }),
        )
        return anyOf(byKind)
      },
    ]
    return anyOf(await Promise.all(grounds.map((ground) => ground(req))))
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
