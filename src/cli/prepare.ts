import path from 'node:path'

import { getPayload } from 'payload'

import { locks, withAdvisoryLock } from '#server/database/advisory-lock.ts'
import { migrate } from '#server/database/migrate.ts'
import { seedDemo } from '#server/demo/seed.ts'
import { environment } from '#server/environment.ts'
import { migrateJobs } from '#server/jobs/queue.ts'
import { columnPresets } from '#server/referentiels/column-presets.ts'
import { complaintsOf, loadReferentiels } from '#server/referentiels/load-at-start.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/**
 * Brings a database to the state that this build expects: migrations, the job queue's schema, the
 * shipped référentiels and, where the demonstration applies, its data. Any number of processes may run it at once: they take turns, and whoever
 * comes second finds nothing left to do.
 */
const prepare = async (): Promise<void> => {
  const { databaseUrl, demo } = environment()
  await withAdvisoryLock({ databaseUrl, lock: locks.prepare }, async () => {
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    await migrate(payload)
    await migrateJobs({ databaseUrl })
    const now = new Date()
    const loaded = await loadReferentiels(payload, { root, demo, now })
    const { refused } = await columnPresets()
    for (const complaint of [...complaintsOf(loaded), ...refused]) console.warn(complaint)
    if (demo) await seedDemo(payload, { now })
  })
}

prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
