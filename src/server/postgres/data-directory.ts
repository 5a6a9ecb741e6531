/** The directory that PostgreSQL keeps its data in: is there room, is it ours, does it hold a database of this release. */
import { spawn } from 'node:child_process'
import { access, chmod, chown, constants, mkdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'

import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { Places } from './places.ts'
import { postgresEnvironment } from './postgres-environment.ts'
import { postgresMajor } from './programs.ts'
import type { Programs } from './programs.ts'
import type { SystemAccount } from './system-account.ts'

/** Below this PostgreSQL would soon stop in the middle of its work: 16 MB segments of its journal, and growth. */
export const leastFreeBytes = 300 * 1024 * 1024

export const superuser = 'ess'

/** Makes the directories and tells whether we may write. @throws EmbeddedPostgresError DATA_DIR_NOT_WRITABLE */
export const openBaseDirectory = async (dataDir: string, { base }: Places): Promise<void> => {
  try {
    await makeDirectories(dataDir, 0o700)
    // Others may enter, and read nothing: root hands one directory in it to another account.
    await makeDirectories(base, 0o711)
    await access(base, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new EmbeddedPostgresError(
      'DATA_DIR_NOT_WRITABLE',
      `DATA_DIR ${dataDir} cannot be written (${reasonOf(error)}): give this user the right to, ` +
        'start as the user who did before, or set DATA_DIR to another directory.',
      { cause: error },
    )
  }
}

/** With its parents. Node's own recursion never ends on a file system that takes no directories, such as /proc. */
const makeDirectories = async (directory: string, mode: number): Promise<void> => {
  const parent = path.dirname(directory)
  if (parent !== directory && !(await isDirectory(parent))) await makeDirectories(parent, mode)
  if (!(await isDirectory(directory))) {
    await mkdir(directory, { mode }).catch(async (error: unknown) => {
      // Another process may have been faster.
      if (!(await isDirectory(directory))) throw error
    })
  }
}

const isDirectory = async (directory: string): Promise<boolean> =>
  stat(directory).then((found) => found.isDirectory(), isMissing)

/** @throws EmbeddedPostgresError DISK_FULL */
export const requireFreeSpace = async (directory: string): Promise<void> => {
  const { bavail, bsize } = await statfs(directory)
  const problem = spaceProblem({ directory, free: bavail * bsize })
  if (problem !== undefined) throw new EmbeddedPostgresError('DISK_FULL', problem)
}

export const spaceProblem = ({
  directory,
  free,
}: {
  readonly directory: string
  readonly free: number
}): string | undefined =>
  free >= leastFreeBytes
    ? undefined
    : `The disk of DATA_DIR ${directory} has ${megabytes(free)} MB left and PostgreSQL needs ` +
      `${megabytes(leastFreeBytes)} MB to start: free some space or set DATA_DIR to another disk.`

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

/** @throws EmbeddedPostgresError OTHER_VERSION or DAMAGED; returns false where nothing was made yet */
export const hasDatabase = async ({ data, versionFile }: Places): Promise<boolean> => {
  const isThere = await stat(data).then(() => true, isMissing)
  if (!isThere) return false
  const version = (await readFile(versionFile, 'utf8').catch(() => '')).trim()
  if (version === postgresMajor) return true
  if (/^\d+$/.test(version)) {
    throw new EmbeddedPostgresError(
      'OTHER_VERSION',
      `${data} was made by PostgreSQL ${version} and this application brings PostgreSQL ${postgresMajor}: restore ` +
        'a backup into a new DATA_DIR, or start the version of the application that made it.',
    )
  }
  throw new EmbeddedPostgresError(
    'DAMAGED',
    `${data} exists and holds no PostgreSQL database (PG_VERSION is missing or unreadable): ` +
      'restore a backup, or move the directory away to start with an empty database.',
  )
}

/**
 * Makes an empty database beside its final place and moves it there when it is complete, so that an
 * interrupted start leaves nothing that looks like a database.
 */
export const makeDatabase = async ({
  places,
  programs,
  account,
  password,
}: {
  readonly places: Places
  readonly programs: Programs
  readonly account: SystemAccount | undefined
  readonly password: string
}): Promise<void> => {
  const { base, draft, data } = places
  const passwordOnce = path.join(base, 'password.once')
  await rm(draft, { recursive: true, force: true })
  await rm(passwordOnce, { force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordOnce, password, { mode: 0o600, flag: 'wx' })
  if (account !== undefined) {
    await chmod(base, 0o711)
    await chown(draft, account.uid, account.gid)
    await chown(passwordOnce, account.uid, account.gid)
  }
  try {
    await initdb({ draft, programs, account })
    await rename(draft, data)
  } finally {
    await rm(passwordOnce, { force: true })
  }
}

const initdb = async ({
  draft,
  programs,
  account,
}: {
  readonly draft: string
  readonly programs: Programs
  readonly account: SystemAccount | undefined
}): Promise<void> => {
  const settings = [
    `--pgdata=${directoryAsSeenBy(account, draft)}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    // Relative to the working directory, like everything the account could not reach by its full path.
    '--pwfile=../password.once',
  ]
  const run = spawn(programs.initdb, settings, {
    ...account,
    cwd: draft,
    env: postgresEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => run.once('error', reject).once('close', resolve))
  const [output, errors, code] = await Promise.all([text(run.stdout), text(run.stderr), ended])
  if (code === 0) return
  const isFull = /No space left on device/.test(errors)
  throw new EmbeddedPostgresError(
    isFull ? 'DISK_FULL' : 'START_FAILED',
    `PostgreSQL could not make a database in ${draft}: ${errors.trim() || output.trim() || `exit code ${code}`}`,
  )
}

/**
 * The directory's name for a program that runs in it as another account. Under a closed directory, such as the
 * home of root, that account can work where it was put and cannot walk there by the full path; the kernel's own
 * link to the working directory needs no walk.
 */
export const directoryAsSeenBy = (account: SystemAccount | undefined, directory: string): string =>
  account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : directory

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const isMissing = (error: unknown): false => {
  if (codeOf(error) !== 'ENOENT') throw error
  return false
}
