import { spawn } from 'node:child_process'
import path from 'node:path'

/**
 * Runs a `*.process.ts` of tests/referentiels on COUNT inputs from SEED, in a child whose old generation could not hold much
 * and that is ended when it hangs. Answers its exit code and what it printed.
 */
export const boundedChild = (script: string, [count, from]: readonly [number, number]): Promise<{ readonly exit: number | null; readonly printed: string }> =>
  new Promise((resolve, reject) => {
    const file = path.resolve(import.meta.dirname, '..', 'referentiels', script)
    const child = spawn(process.execPath, ['--max-old-space-size=160', '--max-semi-space-size=8', file, String(count), String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000 + count * 2_000,
    })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, printed }))
  })
