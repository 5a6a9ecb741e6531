/**
 * Finds PostgreSQL's programs in the npm package of this platform, in a place where the account that shall run
 * them can. A package that was installed in a closed home directory, or without its install script, is copied.
 */
import { spawnSync } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { z } from 'zod'

import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { postgresEnvironment } from './postgres-environment.ts'
import type { SystemAccount } from './system-account.ts'

export type Programs = { readonly initdb: string; readonly postgres: string }

/** The release that the npm packages hold, as `PG_VERSION` names it. */
export const postgresMajor = '18'

const packageVersion = '18.4.0-beta.17'

/** npm keeps no symbolic links; the package lists those that its libraries need. */
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

export const packageOfPlatform = ({
  platform,
  arch,
}: {
  readonly platform: string
  readonly arch: string
}): string => `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`

/**
 * @param ownDirectory where an ordinary user may keep a copy
 * @throws EmbeddedPostgresError PLATFORM_UNSUPPORTED
 */
export const findPrograms = async ({
  account,
  ownDirectory,
  installed = installedDirectory(),
}: {
  readonly account: SystemAccount | undefined
  readonly ownDirectory: string
  readonly installed?: string
}): Promise<Programs> => {
  await completeSymlinks(installed)
  const inPlace = programsIn(installed)
  const complaint = complaintOf(inPlace, account)
  if (complaint === undefined) return inPlace

  const complaints = [complaint]
  for (const parent of placesForCopy({ account, ownDirectory })) {
    const copy = await copyInto({ installed, parent, account }).catch((error: unknown) => {
      complaints.push(String(error))
    })
    if (copy === undefined) continue
    const problem = complaintOf(programsIn(copy), account)
    if (problem === undefined) return programsIn(copy)
    complaints.push(problem)
  }
  throw new EmbeddedPostgresError(
    'PLATFORM_UNSUPPORTED',
    `The PostgreSQL that npm brought does not run on this machine (${complaints.join('; ')}). ` +
      'It needs a Linux with glibc, macOS or Windows; elsewhere set DATABASE_URL to a PostgreSQL of your own.',
  )
}

const installedDirectory = (): string => {
  const name = packageOfPlatform(process)
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (error) {
    throw new EmbeddedPostgresError(
      'PLATFORM_UNSUPPORTED',
      `The package ${name} is not installed: run \`npm ci\` without --omit=optional, or, if it does not exist ` +
        'for this platform, set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    )
  }
}

const programsIn = (directory: string): Programs => {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(directory, 'bin', `initdb${suffix}`),
    postgres: path.join(directory, 'bin', `postgres${suffix}`),
  }
}

/** Undefined when the account can run them: reachable, allowed, and with all their libraries. */
const complaintOf = (programs: Programs, account: SystemAccount | undefined): string | undefined => {
  for (const program of [programs.postgres, programs.initdb]) {
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', env: postgresEnvironment, encoding: 'utf8' })
    if (run.error !== undefined) return run.error.message
    if (run.status !== 0) return run.stderr.trim()
  }
  return undefined
}

const completeSymlinks = async (directory: string): Promise<void> => {
  const listed = await readFile(path.join(directory, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of symlinksSchema.parse(JSON.parse(listed))) {
    const link = path.join(directory, '..', target)
    const aim = path.relative(path.dirname(target), source)
    // Already there, or a directory that is not ours to write: running the program tells whether it matters.
    await symlink(aim, link).catch(() => undefined)
  }
}

const placesForCopy = ({
  account,
  ownDirectory,
}: {
  readonly account: SystemAccount | undefined
  readonly ownDirectory: string
}): readonly string[] => {
  if (account === undefined) return [ownDirectory]
  // Not only the temporary directory: systems empty it while the server, which loads libraries late, still runs.
  return ['/var/lib/ess-pratiques', path.join(tmpdir(), 'ess-pratiques-root')]
}

const copyInto = async ({
  installed,
  parent,
  account,
}: {
  readonly installed: string
  readonly parent: string
  readonly account: SystemAccount | undefined
}): Promise<string> => {
  const copy = path.join(parent, `postgresql-${packageVersion}-${process.platform}-${process.arch}`)
  await mkdir(parent, { recursive: true, mode: 0o755 })
  await refuseForeign(parent)
  if (account !== undefined) await chmod(parent, 0o755)
  if (await isThere(copy)) return copy
  const draft = await mkdtemp(`${copy}.`)
  const native = path.join(draft, 'native')
  await cp(installed, native, { recursive: true, verbatimSymlinks: true })
  await completeSymlinks(native)
  await openToReaders(native)
  // Whoever comes second finds the first one's copy.
  await rename(native, copy).catch(async (error: unknown) => {
    if (!(await isThere(copy))) throw error
  })
  await rm(draft, { recursive: true, force: true })
  return copy
}

/** Somebody else could have put a program of their own under the name that we are about to run. */
const refuseForeign = async (directory: string): Promise<void> => {
  const { uid, mode } = await lstat(directory)
  const isOurs = process.getuid === undefined || uid === process.getuid()
  if (!isOurs || (mode & 0o022) !== 0) throw new Error(`${directory} can be written by others`)
}

const isThere = async (entry: string): Promise<boolean> =>
  lstat(entry).then(
    () => true,
    () => false,
  )

/** Read and enter for everybody, whatever the umask of the installation was. */
const openToReaders = async (directory: string): Promise<void> => {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name)
    if (entry.isDirectory()) await openToReaders(full)
    else if (entry.isFile()) await chmod(full, path.basename(directory) === 'bin' ? 0o755 : 0o644)
  }
}
