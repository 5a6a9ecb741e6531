/** PostgreSQL's main process: is one running in the directory, start one, ask it, stop it. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { isRunning, processesIn, workingDirectoryOf } from '#server/process/process-state.ts'

import { directoryAsSeenBy, superuser } from './data-directory.ts'
import type { Places } from './places.ts'
import { postgresEnvironment } from './postgres-environment.ts'
import type { Programs } from './programs.ts'
import type { SystemAccount } from './system-account.ts'

export const loopbackAddress = '127.0.0.1'
export const databaseName = 'ess'

/** Small machines first: two cores and a few gigabytes. Durability stays as PostgreSQL ships it: fsync and full pages on. */
const settings = {
  listen_addresses: loopbackAddress,
  // A socket file would need a short path that both accounts reach.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  wal_compression: 'on',
  // Plans here take milliseconds; compiling them costs more than it saves.
  jit: 'off',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  logging_collector: 'off',
  // Tells this server's processes apart in the system's list.
  cluster_name: 'ess-pratiques',
} as const

/** The log of the server starts anew beyond this size, in bytes; one old one is kept. */
const longestLog = 10 * 1024 * 1024

export type Postmaster = { readonly pid: number; readonly port: number }

/** The process that PostgreSQL's own file names, whether or not it still runs. */
const recordedIn = ({ postmasterFile }: Places): Postmaster | undefined => {
  try {
    const [pid, , , port] = readFileSync(postmasterFile, 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) }
  } catch {
    return undefined
  }
}

/**
 * The server that runs in this directory. A process that merely got the number of a dead one, as happens after a
 * restart of a container, works elsewhere.
 */
export const runningPostmaster = (places: Places): Postmaster | undefined => {
  const recorded = recordedIn(places)
  if (recorded === undefined || !(recorded.pid > 0) || !isRunning(recorded.pid)) return undefined
  const directory = workingDirectoryOf(recorded.pid)
  return directory === undefined || directory === realpathSync(places.data) ? recorded : undefined
}

/**
 * Removes what a killed server left and PostgreSQL would mistake for a running one: the number of a process that
 * is a zombie, or by now somebody else's.
 * @returns false while processes of the dead server still work in the directory: they must be gone first
 */
export const clearRemains = (places: Places): boolean => {
  const recorded = recordedIn(places)
  if (recorded === undefined) return true
  if (processesIn(realpathSync(places.data)).length > 0) return false
  if (process.platform === 'linux') rmSync(places.postmasterFile, { force: true })
  return true
}

export const addressOf = ({
  port,
  password,
  database = databaseName,
}: {
  readonly port: number
  readonly password: string
  readonly database?: string
}): string => `postgres://${superuser}:${password}@${loopbackAddress}:${port}/${database}`

/** Asks the server something; undefined while it does not answer (starting, recovering, stopping). */
export const askServer = async <T>(
  address: string,
  question: (client: pg.Client) => Promise<T>,
): Promise<T | undefined> => {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 })
  // A server that dies while we talk emits here too, after the query has already been rejected.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await question(client)
  } catch (error) {
    if (isNotAnswering(error)) return undefined
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Not there, or there and not ready; 57P01 to 57P03 are shutting down, crashed, starting up. */
const isNotAnswering = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(ECONN|EPIPE|57P0)/.test(code) || /timeout|Connection terminated/i.test(error.message)
}

export type Started = {
  readonly pid: number
  /** Settles when the process ends, with what it wrote to its log since it started. */
  readonly ended: Promise<string>
}

/** Starts a server that outlives this process: it must survive a killed launcher with every committed row. */
export const startPostmaster = async ({
  places,
  programs,
  account,
  port,
}: {
  readonly places: Places
  readonly programs: Programs
  readonly account: SystemAccount | undefined
  readonly port: number
}): Promise<Started> => {
  const logStart = prepareLog(places.log)
  const log = openSync(places.log, 'a', 0o600)
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(programs.postgres, ['-D', directoryAsSeenBy(account, places.data), ...options], {
    ...account,
    cwd: places.data,
    env: postgresEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', () => resolve(readLogFrom(places.log, logStart)))
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  child.unref()
  return { pid: child.pid ?? 0, ended }
}

const prepareLog = (log: string): number => {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size <= longestLog) return size
  renameSync(log, `${log}.1`)
  return 0
}

const readLogFrom = (log: string, start: number): string => {
  try {
    return readFileSync(log).subarray(start).toString('utf8')
  } catch {
    return ''
  }
}

/**
 * Stops a server: politely, rolling back what is open, then by force. Committed rows are safe either way.
 * @param patience milliseconds before force is used
 */
export const stopPostmaster = async ({
  pid,
  patience = 30_000,
}: {
  readonly pid: number
  readonly patience?: number
}): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < patience; waited += 50) {
      if (!isRunning(pid)) return
      await pause(50)
    }
  }
}
