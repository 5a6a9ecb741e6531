import { getPayload } from 'payload'

import { locks, withAdvisoryLock } from '#server/database/advisory-lock.ts'
import { migrate } from '#server/database/migrate.ts'
import { seedDemo } from '#server/demo/seed.ts'
import { environment } from '#server/environment.ts'
import { migrateJobs } from '#server/jobs/queue.ts'

/**
 * Brings a database to the state that this build expects: migrations, the job queue's schema and, where the
 * demonstration applies, its data. Any number of processes may run it at once: they take turns, and whoever
 * comes second finds nothing left to do.
 */
const prepare = async (): Promise<void> => {
  const { databaseUrl, demo } = environment()
  await withAdvisoryLock({ databaseUrl, lock: locks.prepare }, async () => {
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    await migrate(payload)
    await migrateJobs({ databaseUrl })
    if (demo) await seedDemo(payload, { now: new Date() })
  })
}

prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
