/**
 * The platform's own PostgreSQL, for machines that have none: native binaries from npm, one server per data
 * directory however many processes ask for it, reused when it outlived a killed launcher, restarted when it died.
 * It decides nothing about schemas and rows; see docs/decisions/0001-embedded-postgresql.md.
 */
import { randomBytes } from 'node:crypto'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { acquireLock, tryLock } from '#server/process/file-lock.ts'
import { isRunning } from '#server/process/process-state.ts'

import { hasDatabase, makeDatabase, openBaseDirectory, reasonOf, requireFreeSpace } from './data-directory.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { freePort } from './free-port.ts'
import { placesIn } from './places.ts'
import type { Places } from './places.ts'
import {
  addressOf,
  askServer,
  clearRemains,
  databaseName,
  loopbackAddress,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import type { Postmaster, Started } from './postmaster.ts'
import { readOrMakePrivateFile, replacePrivateFile } from './private-file.ts'
import { findPrograms } from './programs.ts'
import { accountForPostgres } from './system-account.ts'

/** Recovery after a crash replays the journal: usually a second, minutes when much was written. */
const longestRecovery = 300_000

/** What a killed server leaves behind goes within seconds; longer means that something else holds it. */
const longestRemains = 30_000

/** How often a running server is looked at, in milliseconds. */
const watchEvery = 500

export type EmbeddedPostgres = {
  /** With the password: not for logs. */
  readonly url: string
  /** True when the server ran already: another process uses it, or its launcher was killed. */
  readonly reused: boolean
  /** Settles when the server ends without `stop`: start it again. */
  readonly died: Promise<void>
  /** Stops the server unless another process still uses it. */
  readonly stop: () => Promise<void>
}

/**
 * Starts PostgreSQL in `dataDir/postgres`, or joins the one that runs there.
 * @throws EmbeddedPostgresError with one sentence for the operator
 */
export const startEmbeddedPostgres = async ({
  dataDir: givenDirectory,
  log,
}: {
  readonly dataDir: string
  readonly log: (line: string) => void
}): Promise<EmbeddedPostgres> => {
  const givenPath = path.resolve(givenDirectory)
  await openBaseDirectory(givenPath, placesIn(givenPath))
  const places = placesIn(await realpath(givenPath))

  const starting = await acquireLock({
    file: places.startLock,
    mode: 'exclusive',
    onWait: () => log('Another process is starting or stopping PostgreSQL in this directory: waiting for it.'),
  })
  const using = await acquireLock({ file: places.usersLock, mode: 'shared' })
  try {
    const password = await readOrMakePrivateFile(places.passwordFile, () => randomBytes(24).toString('hex'))
    const { postmaster, reused } = await joinOrStart({ places, password, log })
    const url = addressOf({ port: postmaster.port, password })
    await makeDatabaseOfApplication({ port: postmaster.port, password })
    await writeFile(places.portFile, `${postmaster.port}\n`)
    await replacePrivateFile(places.connection, url)
    return { url, reused, ...watch({ postmaster, places, leave: using.release }) }
  } catch (error) {
    using.release()
    throw error
  } finally {
    starting.release()
  }
}

type Attempt = { readonly places: Places; readonly password: string; readonly log: (line: string) => void }

const joinOrStart = async (
  attempt: Attempt,
): Promise<{ readonly postmaster: Postmaster; readonly reused: boolean }> => {
  const { places, password, log } = attempt
  const running = (await hasDatabase(places)) ? runningPostmaster(places) : undefined
  if (running !== undefined && (await isReady({ postmaster: running, password, log }))) {
    return { postmaster: running, reused: true }
  }
  return { postmaster: await startFresh(attempt), reused: false }
}

/** Waits for a server that runs; false when it ended meanwhile. @throws when it is not ours or never gets ready */
const isReady = async ({
  postmaster,
  password,
  log,
}: {
  readonly postmaster: Postmaster
  readonly password: string
  readonly log: (line: string) => void
}): Promise<boolean> => {
  const address = addressOf({ port: postmaster.port, password, database: 'postgres' })
  const since = performance.now()
  let toldAt = since
  for (;;) {
    const answer = await askServer(address, (client) => client.query('select 1')).catch((error: unknown) => {
      throw new EmbeddedPostgresError(
        'START_FAILED',
        `PostgreSQL on port ${postmaster.port} refuses us (${reasonOf(error)}): ` +
          'was the password file in DATA_DIR/postgres changed?',
        { cause: error },
      )
    })
    if (answer !== undefined) return true
    if (!isRunning(postmaster.pid)) return false
    const now = performance.now()
    if (now - since > longestRecovery) {
      throw new EmbeddedPostgresError(
        'START_FAILED',
        `PostgreSQL (process ${postmaster.pid}) did not get ready within ${longestRecovery / 60_000} minutes: see its log.`,
      )
    }
    if (now - toldAt > 5_000) {
      toldAt = now
      log(`PostgreSQL is recovering what was written before it was interrupted (${Math.round((now - since) / 1000)} s).`)
    }
    await pause(50)
  }
}

const startFresh = async ({ places, password, log }: Attempt): Promise<Postmaster> => {
  await requireFreeSpace(places.base)
  const account = accountForPostgres(places.data)
  const programs = await findPrograms({ account, ownDirectory: places.base })
  if (!(await hasDatabase(places))) {
    log('Making an empty PostgreSQL database (a few seconds, once).')
    await makeDatabase({ places, programs, account, password })
  }
  const since = performance.now()
  for (let preferred = await lastPort(places); ; preferred = undefined) {
    await waitForRemains({ places, since })
    const port = await freePort({ host: loopbackAddress, preferred })
    const started = await startPostmaster({ places, programs, account, port })
    const postmaster = { pid: started.pid, port }
    if (await isReady({ postmaster, password, log })) return postmaster
    await judgeEnd({ started, places, since })
    await pause(250)
  }
}

const lastPort = async ({ portFile }: Places): Promise<number | undefined> => {
  const port = Number(await readFile(portFile, 'utf8').catch(() => ''))
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : undefined
}

const waitForRemains = async ({
  places,
  since,
}: {
  readonly places: Places
  readonly since: number
}): Promise<void> => {
  while (!clearRemains(places)) {
    if (performance.now() - since > longestRemains) {
      throw new EmbeddedPostgresError(
        'START_FAILED',
        `Processes of an earlier PostgreSQL still work in ${places.data}: end them and start again.`,
      )
    }
    await pause(100)
  }
}

/** A start that failed for a passing reason may be tried again; any other is told. */
const judgeEnd = async ({
  started,
  places,
  since,
}: {
  readonly started: Started
  readonly places: Places
  readonly since: number
}): Promise<void> => {
  const output = await started.ended
  const mayPass =
    /lock file "[^"]+" already exists|pre-existing shared memory block|could not create any TCP\/IP sockets/.test(output)
  if (mayPass && performance.now() - since < longestRemains) return
  throw explain({ output, places })
}

/** The operator's sentence for a server that does not start, from what it wrote. */
const explain = ({
  output,
  places,
}: {
  readonly output: string
  readonly places: Places
}): EmbeddedPostgresError => {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const complaint = (lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it wrote nothing').replace(
    /^.*?(FATAL|PANIC):\s+/,
    '',
  )
  if (/No space left on device/.test(output)) {
    return new EmbeddedPostgresError('DISK_FULL', `The disk of DATA_DIR is full: ${complaint}. Free some space.`)
  }
  if (/database files are incompatible|initialized by PostgreSQL version/.test(output)) {
    return new EmbeddedPostgresError('OTHER_VERSION', `${places.data} belongs to another PostgreSQL: ${complaint}.`)
  }
  if (/wrong ownership|Permission denied/.test(output)) {
    return new EmbeddedPostgresError(
      'DATA_DIR_NOT_WRITABLE',
      `PostgreSQL may not use ${places.data}: ${complaint}. Start as the user who made it.`,
    )
  }
  if (/checkpoint record|PANIC|invalid|could not (open|read|find|locate)|incorrect checksum|truncated/.test(output)) {
    return new EmbeddedPostgresError(
      'DAMAGED',
      `The database in ${places.data} is damaged: ${complaint}. Restore a backup; ${places.log} tells more.`,
    )
  }
  return new EmbeddedPostgresError('START_FAILED', `PostgreSQL stopped at once: ${complaint}. See ${places.log}.`)
}

const makeDatabaseOfApplication = async ({
  port,
  password,
}: {
  readonly port: number
  readonly password: string
}): Promise<void> => {
  const made = await askServer(addressOf({ port, password, database: 'postgres' }), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
    return true
  })
  if (made === undefined) throw new EmbeddedPostgresError('START_FAILED', 'PostgreSQL ended right after its start.')
}

const watch = ({
  postmaster,
  places,
  leave,
}: {
  readonly postmaster: Postmaster
  readonly places: Places
  readonly leave: () => void
}): Pick<EmbeddedPostgres, 'died' | 'stop'> => {
  const end = Promise.withResolvers<void>()
  const timer = setInterval(() => {
    if (isRunning(postmaster.pid)) return
    clearInterval(timer)
    end.resolve()
  }, watchEvery)
  timer.unref()

  const stop = async (): Promise<void> => {
    clearInterval(timer)
    const stopping = await acquireLock({ file: places.startLock, mode: 'exclusive' })
    try {
      leave()
      const alone = tryLock({ file: places.usersLock, mode: 'exclusive' })
      if (alone === undefined) return
      // Another user may have restarted it meanwhile, so not necessarily the process that we started.
      const running = runningPostmaster(places)
      if (running !== undefined) await stopPostmaster({ pid: running.pid })
      alone.release()
    } finally {
      stopping.release()
    }
  }
  let stopped: Promise<void> | undefined
  return { died: end.promise, stop: () => (stopped ??= stop()) }
}
