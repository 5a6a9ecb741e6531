import { getPayload } from 'payload'

import { environment } from '#server/environment.ts'
import { runWorker } from '#server/jobs/run-worker.ts'
import type { Worker } from '#server/jobs/run-worker.ts'

/** Milliseconds after which the process goes whatever a job still does: another worker gets that job. */
const patience = 25_000

/** The launcher's channel, where there is one. */
const tell = (message: { readonly ready: true }): void => {
  if (process.connected) process.send?.(message)
}

const startWorker = async (): Promise<Worker> => {
  const settings = environment()
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  // An idle connection that PostgreSQL closes would otherwise end the process; the pool opens another one.
  payload.db.pool.on('error', ({ message }) =>
    payload.logger.error({ msg: `database connection: ${message}` }),
  )
  return runWorker({ payload, databaseUrl: settings.databaseUrl, settings, name: `worker ${process.pid}` })
}

const starting = startWorker()
let isStopping = false

/** Ends when the running jobs have; a second signal changes nothing. */
const stop = async (): Promise<void> => {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), patience).unref()
  const worker = await starting
  await worker.stop()
  process.exit(0)
}

const stopOrFail = (): void => {
  stop().catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}

// A promise that a job forgot to wait for is that job's mistake, not a reason to drop the others.
process.on('unhandledRejection', (reason) => console.error('A job left a failure unhandled:', reason))
process.on('SIGTERM', stopOrFail)
process.on('SIGINT', stopOrFail)
// The launcher is gone: nobody would stop this process any more.
process.on('disconnect', stopOrFail)

starting.then(
  () => tell({ ready: true }),
  (error: unknown) => {
    console.error('The worker could not start:', error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
