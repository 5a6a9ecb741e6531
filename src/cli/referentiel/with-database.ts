import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { getPayload } from 'payload'
import type { Payload } from 'payload'

import { migrationsState } from '#server/database/migrations.queries.ts'
import { childEnvironment, setEnvironment } from '#server/environment.ts'
import { provideDatabase } from '#server/postgres/provide-database.ts'

import { prepareDatabase } from '../launch/prepare-database.ts'
import { readSettings } from '../launch/settings.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')

/** The command needs the embedded database, which another process has to hold for it. */
export class NeedsEmbeddedDatabase extends Error {
  override readonly name = 'NeedsEmbeddedDatabase'
}

const isPrepared = async ({ db }: Payload): Promise<boolean> =>
  migrationsState(db.drizzle).then(
    (state) => state === 'up-to-date',
    // A new database has no table that lists migrations.
    () => false,
  )

/**
 * Runs `work` on the database of DATABASE_URL. A database that this build does not know yet is prepared first.
 * @throws NeedsEmbeddedDatabase without one; LaunchError
 */
export const withDatabase = async <T>(work: (payload: Payload) => Promise<T>): Promise<T> => {
  const settings = readSettings({ root, role: undefined })
  if (settings.databaseUrl === '') throw new NeedsEmbeddedDatabase()
  // Payload's log goes to the standard output, where the answer stands alone.
  setEnvironment({ LOG_LEVEL: 'silent' })
  const { default: config } = await import('../../../payload.config.ts')
  const payload = await getPayload({ config })
  if (!(await isPrepared(payload))) {
    const complaints = await prepareDatabase({ root, env: childEnvironment({}), signal: new AbortController().signal })
    complaints.forEach((complaint) => console.error(complaint))
  }
  return work(payload)
}

/**
 * The same command again, in a child process on the embedded database, joined where it runs and started where it
 * does not. A child, because Payload keeps a connection for as long as its process lives, and the server is to
 * be stopped without one. Answers the child's exit code.
 * @throws LaunchError, EmbeddedPostgresError
 */
export const onEmbeddedDatabase = async (args: readonly string[]): Promise<number> => {
  const settings = readSettings({ root, role: undefined })
  const database = await provideDatabase(settings, (line) => console.error(line))
  // The terminal tells the child as well; the server is stopped after it.
  const wait = (): void => undefined
  process.on('SIGINT', wait)
  try {
    const env = childEnvironment({ ...database.variables, DEMO: settings.demo ? '1' : '0' })
    const child = spawn(process.execPath, args, { stdio: 'inherit', env })
    await once(child, 'exit')
    return child.exitCode ?? 1
  } finally {
    process.off('SIGINT', wait)
    await database.stop()
  }
}
