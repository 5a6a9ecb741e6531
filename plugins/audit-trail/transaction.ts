import type { Payload, PayloadRequest } from 'payload'

import type { AuditDatabase } from './types.ts'

const isDatabase = (value: unknown): value is AuditDatabase =>
  typeof value === 'object' && value !== null && 'execute' in value

/**
 * The Drizzle handle of the transaction in which this request writes, so that entry and change stand or fall
 * together; the pool's when there is no transaction (`disableTransaction`).
 */
export const transactionOf = async (req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<AuditDatabase> => {
  const id = await req.transactionID
  const { sessions, drizzle } = req.payload.db
  const db = id === undefined || id === null ? undefined : sessions?.[id]?.db
  return isDatabase(db) ? db : drizzle
}

/** Fails the start on a database whose ids the journal's tables cannot hold. */
export const checkIdType = ({ db }: Payload): void => {
  const idType = 'idType' in db ? db.idType : undefined
  if (idType !== 'uuid' && idType !== 'uuidv7') {
    throw new Error('audit-trail needs the PostgreSQL adapter with idType "uuid" or "uuidv7".')
  }
}
