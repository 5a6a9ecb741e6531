import { setTimeout as pause } from 'node:timers/promises'

import { PgBoss } from 'pg-boss'

import type { Job } from './job-definition.ts'
import { jobList } from './job-list.ts'
import { jobHeartbeat, jobSchema } from './queue-settings.ts'

const policyOf = (job: Job) => ({
  retryLimit: job.retry.limit,
  retryDelay: job.retry.firstDelay,
  retryDelayMax: job.retry.longestDelay,
  retryBackoff: true,
  expireInSeconds: job.timeout,
  heartbeatSeconds: jobHeartbeat,
  // Woken at once by NOTIFY; polling remains the floor.
  notify: true,
})

const syncQueues = async (boss: PgBoss): Promise<void> => {
  for (const job of jobList) {
    // Exclusivity is fixed when the queue is created; the rest follows the definition at every start.
    await boss.createQueue(job.id, { policy: job.exclusive ? 'exclusive' : 'standard', ...policyOf(job) })
    await boss.updateQueue(job.id, policyOf(job))
  }
}

const syncSchedules = async (boss: PgBoss): Promise<void> => {
  const wanted = jobList.filter(({ schedule }) => schedule !== undefined)
  for (const { id, schedule } of wanted) {
    if (schedule !== undefined) await boss.schedule(id, schedule, {})
  }
  for (const { name, key } of await boss.getSchedules()) {
    if (!wanted.some(({ id }) => id === name)) await boss.unschedule(name, key)
  }
}

/** pg-boss builds some indexes after its migration, in the background of the instance that migrated. */
const finishBackgroundMigrations = async (boss: PgBoss): Promise<void> => {
  for (;;) {
    const open = (await boss.getBamStatus()).filter(
      ({ status }) => status === 'pending' || status === 'in_progress',
    )
    if (open.length === 0) return
    await pause(500)
  }
}

/**
 * Brings the queue's schema, queues and schedules to what this release needs. Call it under the lock
 * `prepare`: web processes and workers start with `migrate: false` and refuse an older schema.
 */
export const migrateJobs = async ({ databaseUrl }: { readonly databaseUrl: string }): Promise<void> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobSchema,
    max: 2,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
    bamIntervalSeconds: 10,
    openTelemetry: { enabled: false },
  })
  const errors: unknown[] = []
  boss.on('error', (error) => errors.push(error))
  try {
    await boss.start()
    await syncQueues(boss)
    await syncSchedules(boss)
    await finishBackgroundMigrations(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (errors.length > 0)
    throw new AggregateError(errors, 'The queue of background jobs could not be prepared.')
}
