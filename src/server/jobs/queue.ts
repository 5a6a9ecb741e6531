import { sql } from 'drizzle-orm'
import type { Payload, PayloadRequest } from 'payload'
import { PgBoss, fromDrizzle } from 'pg-boss'

import { databaseOf } from '#server/database/database-of.ts'

import { jobs } from './job-list.ts'
import type { JobData, JobName } from './job-list.ts'
import { jobSchema, quietClock } from './queue-settings.ts'

export { migrateJobs } from './migrate-jobs.ts'

export type EnqueueOptions = {
  /** A uuid that the caller knows: the same id twice is one job. */
  readonly id?: string
  /** Not before this instant. */
  readonly startAfter?: Date
}

export type Enqueue<Name extends JobName> = {
  readonly name: Name
  readonly data: JobData<Name>
  /** With a transaction the job exists when, and only when, that transaction commits. */
  readonly req?: Pick<PayloadRequest, 'payload' | 'transactionID'>
  readonly options?: EnqueueOptions
}

/** The way into the queue for the rest of the platform. */
export type JobQueue = {
  /** Answers the job's id, or null where the queue already holds it. Wrong data throws, as a programming error. */
  readonly enqueue: <Name extends JobName>(job: Enqueue<Name>) => Promise<string | null>
}

const connectionOf = (payload: Payload): { readonly connectionString: string } => {
  const { connectionString } = payload.db.poolOptions
  if (connectionString === undefined) throw new Error('The queue needs the address of the database.')
  return { connectionString }
}

const senders = new WeakMap<Payload, Promise<PgBoss>>()

/**
 * An instance that only adds jobs: no supervision, no schedule. Its bookkeeping has a connection of its own,
 * since a job is often the last step of a transaction: when as many transactions as Payload's pool has
 * connections waited for one more of them, none would ever end.
 */
const startSender = async (payload: Payload): Promise<PgBoss> => {
  const sender = new PgBoss({
    ...connectionOf(payload),
    schema: jobSchema,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    clock: quietClock,
  })
  // Not the whole error: it bears the connection, with everything in it.
  sender.on('error', ({ message }) => payload.logger.error({ msg: `job queue: ${message}` }))
  return sender.start()
}

const senderOf = (payload: Payload): Promise<PgBoss> => {
  const known = senders.get(payload)
  if (known) return known
  const starting = startSender(payload)
  senders.set(payload, starting)
  // A start that failed (database down, not migrated yet) is tried again by the next caller.
  starting.catch(() => senders.delete(payload))
  return starting
}

/** The queue of the process that `payload` runs in. It needs `migrateJobs` to have run on the database. */
export const jobQueue = (payload: Payload): JobQueue => ({
  enqueue: async ({ name, data, req, options }) => {
    const checked = jobs[name].schema.parse(data)
    const sender = await senderOf(payload)
    return sender.send(name, checked, {
      ...options,
      ...(req ? { db: fromDrizzle(await databaseOf(req), sql) } : {}),
    })
  },
})
