import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload, PayloadRequest, TypedUser } from 'payload'

import type { ReferentielsDatabase } from '../types.ts'

const isDatabase = (value: unknown): value is ReferentielsDatabase =>
  typeof value === 'object' && value !== null && 'execute' in value

/** The Drizzle handle of the request's transaction; the pool's outside of one. */
export const databaseOf = async (req: PayloadRequest): Promise<ReferentielsDatabase> => {
  const id = await req.transactionID
  const { sessions, drizzle } = req.payload.db
  const db = id === undefined || id === null ? undefined : sessions?.[id]?.db
  return isDatabase(db) ? db : drizzle
}

/**
 * Runs `work` in one transaction, committed only where its answer says to keep it: a dry run and a refusal
 * are the same code without the commit.
 */
export const inTransaction = async <T extends { readonly isKept: boolean }>(
  { payload, user = null }: { readonly payload: Payload; readonly user?: TypedUser | null },
  work: (req: PayloadRequest, database: ReferentielsDatabase) => Promise<T>,
): Promise<T> => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  await initTransaction(req)
  try {
    const result = await work(req, await databaseOf(req))
    await (result.isKept ? commitTransaction(req) : killTransaction(req))
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
