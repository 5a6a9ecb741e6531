import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { isRunning, processesIn } from '#server/process/process-state.ts'

/** A whole start loads the application several times over, here beside other tests. */
const wholeStart = 240_000

type Launcher = ChildProcessByStdio<null, Readable, Readable>

let directory: string
let launchers: Launcher[]

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'ess-launcher-'))
  launchers = []
})

afterEach(async () => {
  for (const launcher of launchers) {
    if (launcher.exitCode !== null || launcher.signalCode !== null) continue
    launcher.kill('SIGTERM')
    await once(launcher, 'exit')
  }
  for (const pid of processesIn(path.join(dataDir(), 'postgres', 'data'))) process.kill(pid, 'SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

const dataDir = (): string => path.join(directory, 'data')

/** `npm start` with these variables and none of ours. */
const launch = (variables: Record<string, string> = {}, args: readonly string[] = []) => {
  const launcher = spawn(process.execPath, ['src/cli/start.ts', ...args], {
    env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', DATA_DIR: dataDir(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  launchers.push(launcher)
  let shown = ''
  const seen: (() => void)[] = []
  for (const output of [launcher.stdout, launcher.stderr]) {
    output.setEncoding('utf8').on('data', (chunk: string) => {
      shown += chunk
      for (const look of seen) look()
    })
  }
  const ended = once(launcher, 'close').then(() => launcher.exitCode)
  return {
    launcher,
    ended,
    shown: () => shown,
    /** Settles when the output matches; rejects with it when the launcher ends first. */
    shows: async (pattern: RegExp): Promise<void> => {
      const matched = new Promise<void>((resolve) => {
        const look = (): void => void (pattern.test(shown) && resolve())
        seen.push(look)
        look()
      })
      const failed = ended.then((code) => {
        if (!pattern.test(shown)) throw new Error(`ended with ${code} before ${pattern}:\n${shown}`)
      })
      await Promise.race([matched, failed])
    },
  }
}

const startWorker = () => launch({}, ['--role', 'worker'])

const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
      } catch {
        return false
      }
    })
    .map(Number)

const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')

const workerOf = (launcher: Launcher): number => {
  const found = childrenOf(launcher.pid ?? 0).find((pid) => commandOf(pid).includes('worker.ts'))
  if (found === undefined) throw new Error('no worker runs')
  return found
}

const postmaster = (): number =>
  Number(readFileSync(path.join(dataDir(), 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

const query = async (text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: readFileSync(path.join(dataDir(), 'postgres/connection'), 'utf8').trim() })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await pause(20)
}

describe('A start with wrong settings', () => {
  it('tells every mistake in one sentence each, makes nothing, and ends with 2', async () => {
    const { ended, shown } = launch({ PORT: 'many', DATABSE_URL: 'x', LOG_LEVEL: 'loud' })
    expect(await ended).toBe(2)
    expect(shown().trim().split('\n')).toEqual([
      'DATABSE_URL is not a variable of this application: did you mean DATABASE_URL? Rename or unset it.',
      'PORT must be a whole number from 1 to 65535, not "many".',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud".',
    ])
    expect(existsSync(dataDir())).toBe(false)
  })

  it.each([
    { args: ['--role', 'both'], says: 'ROLE must be one of web, worker, all, not "both".' },
    { args: ['--rol', 'web'], says: "Unknown option '--rol'" },
  ])('such as $args ends with 2', async ({ args, says }) => {
    const { ended, shown } = launch({}, args)
    expect(await ended).toBe(2)
    expect(shown()).toContain(says)
  })

  it('that would open demonstration accounts to others asks first', async () => {
    const { ended, shown } = launch({ HOST: '0.0.0.0' })
    expect(await ended).toBe(2)
    expect(shown()).toMatch(/set DEMO=0 .* or DEMO=1/)
  })
})

describe('A start that cannot succeed', () => {
  it('because the port is taken says so before anything is made or built', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    try {
      const { ended, shown } = launch({ PORT: String(port) })
      expect(await ended).toBe(1)
      expect(shown().trim()).toBe(
        `Port ${port} of 127.0.0.1 cannot be used: another program already listens there: stop it, or set PORT to a free one.`,
      )
      expect(existsSync(dataDir())).toBe(false)
    } finally {
      other.close()
    }
  })

  it('because the address is not this machine’s says so', async () => {
    const { ended, shown } = launch({ HOST: '192.0.2.250', DEMO: '0' })
    expect(await ended).toBe(1)
    expect(shown()).toContain('this machine does not have that address')
  })

  it('because the data directory cannot be made says so', async () => {
    writeFileSync(path.join(directory, 'file'), '')
    const { ended, shown } = startWorkerIn(path.join(directory, 'file', 'data'))
    expect(await ended).toBe(1)
    expect(shown().trim()).toMatch(/^DATA_DIR .*\/file\/data cannot be written \(.*\): give this user the right to/)
  })
})

const startWorkerIn = (place: string) => launch({ DATA_DIR: place }, ['--role', 'worker'])

describe.runIf(process.platform === 'linux')('A running application', () => {
  it(
    'survives the death of each part, and its parts do not survive it',
    async () => {
      const first = startWorker()
      await first.shows(/Worker +ready/)
      expect(statSync(path.join(dataDir(), 'secret')).mode & 0o777).toBe(0o600)
      const secret = readFileSync(path.join(dataDir(), 'secret'), 'utf8')
      await query('create table kept as select 1 as value')

      // PostgreSQL is killed: it comes back where it was.
      process.kill(postmaster(), 'SIGKILL')
      await first.shows(/PostgreSQL is back/)
      expect(await query('select value from kept')).toEqual([{ value: 1 }])

      // The worker is killed: there is another.
      const worker = workerOf(first.launcher)
      process.kill(worker, 'SIGKILL')
      await first.shows(/Worker was ended by SIGKILL: starting it again/)
      await until(() => childrenOf(first.launcher.pid ?? 0).some((pid) => pid !== worker && commandOf(pid).includes('worker.ts')))

      // The launcher is killed: its worker goes, PostgreSQL stays for the next.
      const orphan = workerOf(first.launcher)
      const server = postmaster()
      first.launcher.kill('SIGKILL')
      await first.ended
      await until(() => !isRunning(orphan))
      expect(isRunning(server)).toBe(true)

      const second = startWorker()
      await second.shows(/Worker +ready/)
      expect(second.shown()).toMatch(/PostgreSQL +running already/)
      expect(postmaster()).toBe(server)
      expect(readFileSync(path.join(dataDir(), 'secret'), 'utf8')).toBe(secret)
      expect(await query('select value from kept')).toEqual([{ value: 1 }])

      // A proper end leaves nothing behind.
      second.launcher.kill('SIGTERM')
      expect(await second.ended).toBe(0)
      expect(isRunning(server)).toBe(false)
    },
    wholeStart,
  )
})
