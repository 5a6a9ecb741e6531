import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { redacted } from '../changes.rules.ts'
import { recordAudit } from '../entries.queries.ts'
import { storedDocument, storedDocumentLocked } from '../stored-state.queries.ts'
import { transactionOf } from '../transaction.ts'
import { type AuditOperation, type AuditTrailOptions, isStoredDocument, type StoredDocument } from '../types.ts'
import { entryOf } from './entry-of.ts'
import { rememberBefore, takeBefore } from './states-before.ts'

type Id = string | number

const keyOf = (collection: SanitizedCollectionConfig, id: Id): string => `${collection.slug} ${id}`

const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number'

const idIn = (document: unknown): Id | undefined => {
  const id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined
  return isId(id) ? id : undefined
}

const asStored = (value: unknown): StoredDocument | null => (isStoredDocument(value) ? value : null)

// Hooks answer nothing: what they were given stays as it is.

type Change = {
  readonly req: PayloadRequest
  readonly collection: SanitizedCollectionConfig
  readonly id: Id
  readonly operation: AuditOperation
  readonly before: StoredDocument | null
  readonly after: StoredDocument | null
}

const record = async (options: AuditTrailOptions, { collection, id, ...change }: Change): Promise<void> => {
  const entry = await entryOf(options, {
    ...change,
    collection: collection.slug,
    document: id,
    fields: collection.flattenedFields,
    isAuth: Boolean(collection.auth),
  })
  await recordAudit({ db: await transactionOf(change.req), entry })
}

const beforeChange: CollectionBeforeChangeHook = async ({ collection, operation, originalDoc, req }) => {
  const id = operation === 'update' ? idIn(originalDoc) : undefined
  if (id !== undefined) {
    rememberBefore(req, keyOf(collection, id), await storedDocumentLocked({ req, collection, id }))
  }
}

const afterChange =
  (options: AuditTrailOptions): CollectionAfterChangeHook =>
  async ({ collection, doc, operation, previousDoc, req }) => {
    const id = idIn(doc) ?? idIn(previousDoc)
    if (id === undefined) throw new Error(`audit-trail: a change of ${collection.slug} without id`)
    const kept = operation === 'create' ? null : takeBefore(req, keyOf(collection, id))
    await record(options, {
      req,
      collection,
      id,
      operation,
      before: kept === undefined ? asStored(previousDoc) : kept,
      after: await storedDocument({ req, collection, id }),
    })
  }

const beforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  rememberBefore(req, keyOf(collection, id), await storedDocumentLocked({ req, collection, id }))
}

const afterDelete =
  (options: AuditTrailOptions): CollectionAfterDeleteHook =>
  async ({ collection, doc, id, req }) => {
    const before = takeBefore(req, keyOf(collection, id)) ?? asStored(doc)
    await record(options, { req, collection, id, operation: 'delete', before, after: null })
  }

const reset = 'resetPassword'

/** Payload changes a forgotten password without any change hook; `beforeLogin` is the one in its transaction. */
const noticeReset: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === reset) rememberBefore(req, reset, null)
}

const recordReset =
  (options: AuditTrailOptions): CollectionBeforeLoginHook =>
  async ({ collection, req, user }) => {
    const id = idIn(user)
    if (takeBefore(req, reset) === undefined || id === undefined) return
    const after = await storedDocument({ req, collection, id })
    const entry = await entryOf(
      // The person who holds the link acts, although nobody is signed in yet.
      { ...options, actorOf: async (_req, change) => ({ ...(await options.actorOf?.(req, change)), user: { id, collection: collection.slug } }) },
      {
        req,
        collection: collection.slug,
        document: id,
        operation: 'update',
        fields: collection.flattenedFields,
        isAuth: true,
        before: after,
        after,
      },
    )
    const changed = { password: redacted }
    await recordAudit({ db: await transactionOf(req), entry: { ...entry, before: changed, after: changed } })
  }

/** The collection with hooks that record each of its changes, after the hooks that it has. */
export const recordCollection = (options: AuditTrailOptions, collection: CollectionConfig): CollectionConfig => {
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), beforeChange],
      afterChange: [...(hooks?.afterChange ?? []), afterChange(options)],
      beforeDelete: [...(hooks?.beforeDelete ?? []), beforeDelete],
      afterDelete: [...(hooks?.afterDelete ?? []), afterDelete(options)],
      ...(collection.auth && {
        beforeOperation: [...(hooks?.beforeOperation ?? []), noticeReset],
        beforeLogin: [...(hooks?.beforeLogin ?? []), recordReset(options)],
      }),
    },
  }
}
