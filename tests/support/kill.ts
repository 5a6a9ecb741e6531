import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every process below this one, children before grandchildren. */
export const descendants = (pid: number): readonly number[] => {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    table.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)])
  return below(pid)
}

export const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already: that is what was wanted.
  }
}

/** The process of the embedded PostgreSQL of a data directory. */
export const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

type Victims = (processes: { readonly app: readonly number[]; readonly database: number }) => readonly number[]

/** What is killed in a round: the app with all its processes, the database, or both at once. */
export const victims: Readonly<Record<string, Victims>> = {
  app: ({ app }) => app,
  database: ({ database }) => [database],
  both: ({ app, database }) => [...app, database],
}
