import type { sql } from '@payloadcms/db-postgres'
import type { Access, PayloadRequest } from 'payload'

/** Slug of the collection that the plugin adds; its table is `audit_entries`. */
export const auditEntriesSlug = 'audit-entries'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A document as the database holds it. */
export type StoredDocument = Readonly<Record<string, unknown>>

export const isStoredDocument = (value: unknown): value is StoredDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type AuditOperation = 'create' | 'update' | 'delete'

/** One line of the journal. Ids are text: an entry outlives the rows that it names. */
export type AuditEntry = {
  /** Who changed it; null when the system did. */
  readonly actor: string | null
  /** The collection that `actor` is a row of. */
  readonly actorCollection: string | null
  /** For whom the actor worked, e.g. the organisation that gave a consultant a mandate. */
  readonly onBehalfOf: string | null
  /** The organisation that the changed row belongs to; null for what belongs to none. */
  readonly organisation: string | null
  /** Slug of the changed collection; `globals/<slug>` for a global. */
  readonly collection: string
  /** Id of the changed document; null for a global. */
  readonly document: string | null
  readonly operation: AuditOperation
  /** The changed fields as they were; null when the document did not exist. */
  readonly before: Json
  /** The changed fields as they are; null when the document is gone. */
  readonly after: Json
  /** Ties the entry to a line of the server's log; null outside a request. */
  readonly requestId: string | null
}

/** Who asks. `user` left out means the request's user; null means the system. */
export type AuditActor = {
  readonly user?: { readonly id: string | number; readonly collection: string } | null
  readonly onBehalfOf?: string | null
}

export type AuditTrailOptions = {
  /** Slugs of collections and globals whose changes are not recorded. @default none @example ['drafts'] */
  readonly exclude?: readonly string[]
  /** Who may read entries; a `Where` may use the fields of `AuditEntry`. @default nobody */
  readonly readAccess?: Access
  /** Who asks, and for whom. @default the request's user, for nobody else */
  readonly actorOf?: (
    req: PayloadRequest,
    change: { readonly collection: string; readonly document: string | number | null; readonly operation: AuditOperation },
  ) => AuditActor | Promise<AuditActor>
  /** The organisation that a changed document belongs to. `doc` is as stored, with its id. @default none */
  readonly organisationOf?: (changed: {
    readonly collection: string
    readonly doc: StoredDocument
  }) => string | number | null | undefined
  /** What ties an entry to the log. @default the header `x-request-id` */
  readonly requestIdOf?: (req: PayloadRequest) => string | null
  /**
   * Names of fields whose value never reaches the journal, at any depth, beside those that carry
   * `custom: { audit: 'secret' }` and Payload's own of auth collections. @default ['tokenHash']
   */
  readonly secretFields?: readonly string[]
}

type Statement = ReturnType<typeof sql>

/** A Drizzle handle: the pool's, or that of a running transaction. */
export type AuditDatabase = {
  execute: (statement: Statement) => PromiseLike<{ readonly rows: readonly Record<string, unknown>[] }>
}

/** A Drizzle handle that can open a transaction of its own. */
export type AuditPool = AuditDatabase & {
  transaction: <T>(
    work: (transaction: AuditDatabase) => Promise<T>,
    settings?: { readonly isolationLevel: 'read committed' },
  ) => Promise<T>
}
