import { spawn } from 'node:child_process'
import path from 'node:path'

import { LaunchError } from './launch-error.ts'

/**
 * Runs `src/cli/prepare.ts`: migrations, référentiels, demonstration.
 * What it complained of without failing, e.g. a référentiel that was not loaded, is answered line by line.
 * @throws LaunchError with what it wrote to its error output
 */
export const prepareDatabase = async ({
  root,
  env,
  signal,
}: {
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [path.join(root, 'src', 'cli', 'prepare.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => complaints.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const lines = complaints.join('').trimEnd().split('\n').filter((line) => line !== '')
  if (code === 0) return lines
  throw new LaunchError([
    ...lines,
    'The database could not be prepared: see above. Nothing was started.',
  ])
}
