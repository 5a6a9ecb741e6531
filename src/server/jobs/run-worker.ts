import type { Payload } from 'payload'
import { PgBoss } from 'pg-boss'
import type { JobWithMetadata } from 'pg-boss'

import type { Job, JobSettings } from './job-definition.ts'
import { jobList } from './job-list.ts'
import { jobSchema } from './queue-settings.ts'

/** Seconds that running jobs get to finish when the worker is told to stop. */
const grace = 20

/** Seconds between two looks for waiting jobs; new ones announce themselves, retries don't. */
const polling = 10

/** Seconds between two looks for jobs whose worker died, whichever worker looks first. */
const supervision = 15

export type Worker = {
  /** Takes no new job and ends when the running ones have, after 20 seconds at the latest. */
  readonly stop: () => Promise<void>
}

type WorkerOptions = {
  readonly payload: Payload
  readonly databaseUrl: string
  readonly settings: JobSettings
  /** Shown in pg-boss's registry of instances, whose row is this worker's heartbeat. */
  readonly name?: string
  readonly definitions?: readonly Job[]
}

const perform = async (
  { payload, settings }: Pick<WorkerOptions, 'payload' | 'settings'>,
  definition: Job,
  job: JobWithMetadata<unknown>,
): Promise<void> => {
  const { id, data, signal, retryCount, retryLimit } = job
  const attempt = { number: retryCount + 1, isLast: retryCount >= retryLimit }
  try {
    await definition.perform({ data, payload, settings, attempt, signal, now: new Date() })
  } catch (err) {
    // Only its name and id: what a job carries or meets may be personal.
    payload.logger.error({ err, msg: `job ${definition.id} failed`, job: id, attempt: attempt.number })
    throw err
  }
}

/** Takes one job after the other of a queue. */
const startLoop = async (
  boss: PgBoss,
  queue: string,
  work: (job: JobWithMetadata<unknown>) => Promise<void>,
): Promise<void> => {
  const options = { includeMetadata: true, batchSize: 1, notifyPollingIntervalSeconds: polling } as const
  const loop = { id: '' }
  loop.id = await boss.work(queue, options, async (claimed: JobWithMetadata<unknown>[]) => {
    try {
      for (const job of claimed) await work(job)
    } finally {
      // Where one job waited others may: look again at once, not after the polling interval.
      boss.notifyWorker(loop.id)
    }
  })
}

/**
 * Works on the jobs of the platform until it is stopped. Any number of workers may run on one database:
 * each job is claimed by one of them. A job whose worker dies is given to another, so that every job is
 * done at least once; handlers are written for being called twice.
 */
export const runWorker = async ({
  payload,
  databaseUrl,
  settings,
  name,
  definitions = jobList,
}: WorkerOptions): Promise<Worker> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobSchema,
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: supervision,
    monitorIntervalSeconds: supervision,
    openTelemetry: { enabled: false },
    ...(name === undefined ? {} : { instanceName: name }),
  })
  // A lost connection or a failed pass of the supervision is told, and pg-boss goes on by itself. The error
  // is not logged whole: it bears the connection, with everything in it.
  boss.on('error', ({ message }) => payload.logger.error({ msg: `job queue: ${message}` }))
  boss.on('warning', ({ message }) => payload.logger.warn({ msg: `job queue: ${message}` }))
  await boss.start()
  for (const definition of definitions) {
    const work = (job: JobWithMetadata<unknown>) => perform({ payload, settings }, definition, job)
    for (let loop = 0; loop < definition.concurrency; loop += 1) await startLoop(boss, definition.id, work)
  }
  return { stop: () => boss.stop({ graceful: true, timeout: grace * 1000 }) }
}
