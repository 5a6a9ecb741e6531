import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'

export type FileLock = { readonly release: () => void }

export type LockRequest = {
  readonly file: string
  /** Any number of processes may share; an exclusive holder is alone. */
  readonly mode: 'shared' | 'exclusive'
}

/** How often a waiting process looks again, in milliseconds. */
const retryEvery = 100

const sqliteBusy = 5

/**
 * A lock between processes that the kernel gives back when its holder dies, `kill -9` included: no stale file to
 * judge, no process number to mistake. Node offers no `flock`; SQLite, which Node brings along, locks an empty
 * file with the system's own means on every platform, and nothing is ever written into it.
 * @returns undefined when somebody else holds it
 */
export const tryLock = ({ file, mode }: LockRequest): FileLock | undefined => {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 0')
    if (mode === 'exclusive') {
      database.exec('BEGIN EXCLUSIVE')
    } else {
      // A deferred transaction takes its shared lock at the first read.
      database.exec('BEGIN DEFERRED')
      database.prepare('SELECT count(*) FROM sqlite_schema').get()
    }
  } catch (error) {
    database.close()
    if (isBusy(error)) return undefined
    throw error
  }
  let isHeld = true
  return {
    release: () => {
      if (isHeld) database.close()
      isHeld = false
    },
  }
}

/** Waits for the lock; `onWait` is called once if somebody else holds it. */
export const acquireLock = async ({
  onWait,
  ...request
}: LockRequest & { readonly onWait?: () => void }): Promise<FileLock> => {
  for (let attempt = 0; ; attempt += 1) {
    const lock = tryLock(request)
    if (lock !== undefined) return lock
    if (attempt === 0) onWait?.()
    await pause(retryEvery)
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
