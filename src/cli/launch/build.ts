import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { childEnvironment } from '#server/environment.ts'
import { acquireLock } from '#server/process/file-lock.ts'

import { compressStatic } from './compress-static.ts'
import { LaunchError } from './launch-error.ts'
import { afterBuild, hashOf, readSourceState } from './source-hash.ts'

/** Kept across builds by Next, which empties the rest of its directory. */
const lockIn = (root: string): string => path.join(root, '.next', 'cache', 'build.lock')
const stampIn = (root: string): string => path.join(root, '.next', 'source-hash')

/** What Next prints when it gets there, and what we call it. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/Creating an optimized production build/, 'compiling'],
  [/Compiled successfully/, 'compiled'],
  [/Collecting page data/, 'collecting pages'],
  [/Generating static pages/, 'preparing pages'],
  [/Finalizing page optimization/, 'finishing'],
]

export type BuildRequest = {
  readonly root: string
  readonly progress: (text: string) => void
  readonly signal: AbortSignal
  /** Builds even if the present source was built. */
  readonly force?: boolean
}

/**
 * Builds the application unless its present source was built. Of several processes, one builds and the
 * others wait for it.
 * @throws LaunchError with what the build printed
 */
export const ensureBuild = async ({ root, progress, signal, force = false }: BuildRequest): Promise<'built' | 'there'> => {
  if (!force && isBuilt(root)) return 'there'
  try {
    mkdirSync(path.dirname(lockIn(root)), { recursive: true })
  } catch (error) {
    throw new LaunchError(
      [`The application must be built and ${root} cannot be written: run \`npm run build\` as the user it belongs to.`],
      { cause: error },
    )
  }
  const lock = await acquireLock({
    file: lockIn(root),
    mode: 'exclusive',
    onWait: () => progress('waiting for another process that is building it'),
  })
  try {
    if (!force && isBuilt(root)) return 'there'
    rmSync(stampIn(root), { force: true })
    const before = readSourceState(root)
    await runBuild({ root, progress, signal })
    writeFileSync(stampIn(root), `${hashOf(afterBuild({ before, after: readSourceState(root) }))}\n`)
    return 'built'
  } finally {
    lock.release()
  }
}

const isBuilt = (root: string): boolean => {
  if (!existsSync(path.join(root, '.next', 'BUILD_ID')) || !existsSync(stampIn(root))) return false
  return readFileSync(stampIn(root), 'utf8').trim() === hashOf(readSourceState(root))
}

const runBuild = async ({ root, progress, signal }: BuildRequest): Promise<void> => {
  const expectation = '(2 to 3 minutes the first time, less later)'
  progress(`building ${expectation}`)
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: childEnvironment({ NODE_ENV: 'production', ESS_BUILD: '1', NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGTERM',
  })
  const output: string[] = []
  const listen = (chunk: string): void => {
    output.push(chunk)
    const stage = stages.findLast(([pattern]) => pattern.test(chunk))
    if (stage !== undefined) progress(`building: ${stage[1]} ${expectation}`)
  }
  build.stdout.setEncoding('utf8').on('data', listen)
  build.stderr.setEncoding('utf8').on('data', listen)
  const code = await new Promise<number | null>((resolve, reject) => {
    build.once('error', reject)
    build.once('close', resolve)
  })
  if (code === 0) {
    progress('building: compressing what browsers load')
    await compressStatic(path.join(root, '.next', 'static'))
    return
  }
  throw new LaunchError([
    ...output.join('').trimEnd().split('\n'),
    `The application could not be built (exit code ${code ?? 'none: it was killed, perhaps for lack of memory; it takes about 2.5 GB'}).`,
  ])
}
