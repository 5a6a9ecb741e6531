/**
 * Payload 3.90 swallows whatever goes wrong while a transaction is committed: a connection that is cut, a disk that
 * is full, a constraint that is checked at the end, a transaction that had failed before. It then answers « created »
 * for rows that are not there. Here the commit's failure is the operation's.
 */
import { randomUUID } from 'node:crypto'

import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from 'drizzle-orm'
import type { DatabaseAdapterObj, Payload } from 'payload'

/** What a transaction is ended with on purpose; it never leaves this file. */
class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

type Sessions = PostgresAdapter['sessions']
type Handle = Sessions[string]['db']

const beginOn =
  (db: PostgresAdapter): PostgresAdapter['beginTransaction'] =>
  async (options) => {
    await db.initializing
    const id = randomUUID()
    const begun = Promise.withResolvers<Handle>()
    const ended = Promise.withResolvers<void>()
    const done = db.drizzle.transaction(async (transaction) => {
      begun.resolve(transaction)
      await ended.promise
      // PostgreSQL answers the commit of a failed transaction with a rollback that looks like success.
      await transaction.execute(sql`select 1`)
    }, options)
    // Before it began: the connection could not be made. Afterwards nobody waits for this promise any more.
    done.catch(begun.reject)
    let handle: Handle
    try {
      handle = await begun.promise
    } catch (cause) {
      throw new Error(`cannot begin transaction: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
    db.sessions[id] = {
      db: handle,
      resolve: () => {
        ended.resolve()
        return done
      },
      reject: () => {
        ended.reject(new RolledBack())
        return done.catch(() => undefined)
      },
    }
    return id
  }

const commitOn =
  (db: PostgresAdapter): PostgresAdapter['commitTransaction'] =>
  async (given) => {
    const id = String(await given)
    const session = db.sessions[id]
    // Rolled back already, by an operation inside that failed.
    if (session === undefined) return
    Reflect.deleteProperty(db.sessions, id)
    await session.resolve()
  }

const watched = new WeakSet<PostgresAdapter['pool']>()

/**
 * A connection that is cut while a transaction holds it says so to whoever listens; nobody does, and Node would end
 * the process. Its next query tells the same to who is concerned.
 */
const outliveCutConnections =
  (db: PostgresAdapter, connect: NonNullable<PostgresAdapter['connect']>): NonNullable<PostgresAdapter['connect']> =>
  async (args) => {
    await connect.call(db, args)
    // A reload in development connects again with the same pool.
    if (watched.has(db.pool)) return
    watched.add(db.pool)
    db.pool.on('connect', (client) => client.on('error', () => undefined))
  }

/** The adapter, with commits that fail when they fail. */
export const honestCommits = (adapter: DatabaseAdapterObj<PostgresAdapter>): DatabaseAdapterObj<PostgresAdapter> => ({
  ...adapter,
  init: ({ payload }: { payload: Payload }) => {
    const db = adapter.init({ payload })
    return Object.assign(db, {
      beginTransaction: beginOn(db),
      commitTransaction: commitOn(db),
      ...(db.connect === undefined ? {} : { connect: outliveCutConnections(db, db.connect) }),
    })
  },
})
