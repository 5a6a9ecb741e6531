import type { Clock } from 'pg-boss'

/** PostgreSQL schema of the queue's tables: apart from the platform's, migrated by pg-boss's own steps. */
export const jobSchema = 'jobs'

/** Seconds without a sign of life after which a job is taken from a worker that died. */
export const jobHeartbeat = 30

/** pg-boss hands back what its own call returned, typed as unknown. */
const timeoutOf = (timer: unknown): NodeJS.Timeout | undefined =>
  typeof timer === 'object' && timer !== null && Symbol.toPrimitive in timer
    ? (timer as NodeJS.Timeout)
    : undefined

/** System time whose timers keep no process alive: a command that enqueues a job still ends by itself. */
export const quietClock: Clock = {
  now: () => Date.now(),
  setTimeout: (work, delay) => setTimeout(work, delay).unref(),
  clearTimeout: (timer) => clearTimeout(timeoutOf(timer)),
  setInterval: (work, delay) => setInterval(work, delay).unref(),
  clearInterval: (timer) => clearInterval(timeoutOf(timer)),
}
