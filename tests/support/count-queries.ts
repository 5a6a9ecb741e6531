import pg from 'pg'
import type { Payload } from 'payload'

const transactionWords = /^\s*(begin|commit|rollback|savepoint|release|set transaction|start transaction)\b/i

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''
}

/**
 * Runs the work and answers what it returned with every SQL statement that Payload's database saw meanwhile,
 * from whichever pool of this process. Words that open and close a transaction are not counted.
 */
export const countQueries = async <T>(
  payload: Payload,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly count: number; readonly statements: readonly string[] }> => {
  const database = new URL(String(payload.db.poolOptions.connectionString)).pathname.slice(1)
  const statements: string[] = []
  const original: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof original !== 'function') throw new Error('pg.Client has no query method any more')
  const counting = function (this: pg.Client, ...args: unknown[]): unknown {
    const text = textOf(args[0])
    if (this.database === database && text !== '' && !transactionWords.test(text)) statements.push(text)
    return Reflect.apply(original, this, args)
  }
  Reflect.set(pg.Client.prototype, 'query', counting)
  try {
    const result = await work()
    return { result, count: statements.length, statements }
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original)
  }
}
