import type { FlattenedField, PayloadRequest } from 'payload'

import { authSecrets, changesOf, type DocumentShape } from '../changes.rules.ts'
import type { AuditEntry, AuditOperation, AuditTrailOptions, StoredDocument } from '../types.ts'

type Change = {
  readonly req: PayloadRequest
  /** Slug, or `globals/<slug>`. */
  readonly collection: string
  readonly document: string | number | null
  readonly operation: AuditOperation
  readonly fields: readonly FlattenedField[]
  readonly isAuth: boolean
  readonly before: StoredDocument | null
  readonly after: StoredDocument | null
}

const asId = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value)

const shapeOf = (options: AuditTrailOptions, { req, fields, isAuth }: Change): DocumentShape => {
  const { blocks, localization } = req.payload.config
  return {
    fields,
    isLocalized: Boolean(localization),
    secretFields: new Set([...(options.secretFields ?? ['tokenHash']), ...(isAuth ? authSecrets : [])]),
    blockNamed: (slug) => blocks?.find((block) => block.slug === slug),
  }
}

/** Puts a change and the request that made it into words of the journal. */
export const entryOf = async (options: AuditTrailOptions, change: Change): Promise<AuditEntry> => {
  const { req, collection, document, operation, before, after } = change
  const actor = (await options.actorOf?.(req, { collection, document, operation })) ?? {}
  const user = actor.user === undefined ? req.user : actor.user
  const requestId = options.requestIdOf ? options.requestIdOf(req) : req.headers?.get('x-request-id')
  return {
    actor: asId(user?.id),
    actorCollection: user?.collection ?? null,
    onBehalfOf: asId(actor.onBehalfOf),
    organisation: asId(options.organisationOf?.({ collection, doc: after ?? before ?? {} })),
    collection,
    document: asId(document),
    operation,
    ...changesOf(shapeOf(options, change), { before, after }),
    requestId: requestId ?? null,
  }
}
