import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgSession } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'

/** Payload's own Drizzle instance: the pool's, or the one of a running transaction. */
export type Database = Pick<NodePgDatabase, 'execute'> & { readonly _: { readonly session: Pick<PgSession, 'prepareQuery'> } }

/**
 * The database handle that belongs to this request: inside a Payload transaction its connection, so that
 * our SQL sees and joins what the operation wrote; otherwise the pool.
 */
export const databaseOf = async (req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<Database> => {
  const transaction = await req.transactionID
  const session = transaction === undefined || transaction === null ? undefined : req.payload.db.sessions?.[transaction]
  return isDatabase(session?.db) ? session.db : req.payload.db.drizzle
}

const isDatabase = (handle: unknown): handle is Database =>
  typeof handle === 'object' && handle !== null && 'execute' in handle && '_' in handle
