import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import { applicationVariables } from './application-environment.ts'

/** The application as an operator starts it, in processes of its own. */
export type RunningApplication = {
  readonly url: string
  readonly port: number
  /** Everything that it has printed. */
  readonly output: () => string
  /** Its launcher. */
  readonly child: ChildProcess
  /** As Ctrl+C or a service manager does; fails when it does not stop. */
  readonly stop: () => Promise<void>
}

const longestStart = 10 * 60_000
const longestStop = 40_000

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

export type ApplicationOptions = {
  readonly dataDir: string
  readonly port?: number
  readonly variables?: Readonly<Record<string, string>>
}

/** Runs `npm start` without waiting for anything; for starts that are expected to be refused. */
export const launch = ({ dataDir, port = 0, variables = {} }: ApplicationOptions) => {
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...applicationVariables({ DATA_DIR: dataDir, ...(port === 0 ? {} : { PORT: String(port) }), ...variables }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  child.stdout.on('data', (chunk) => lines.push(String(chunk)))
  child.stderr.on('data', (chunk) => lines.push(String(chunk)))
  return { child, output: () => lines.join('') }
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Waits for a start that should be refused; answers its exit code and what it said. */
export const refusedStart = async (options: ApplicationOptions): Promise<{ readonly code: number | null; readonly said: string }> => {
  const { child, output } = launch(options)
  if (!hasEnded(child)) await once(child, 'exit')
  return { code: child.exitCode, said: output() }
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })).status === 200
  } catch {
    return false
  }
}

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return
  child.kill('SIGTERM')
  await Promise.race([once(child, 'exit'), pause(longestStop, undefined, { ref: false })])
  if (!hasEnded(child)) {
    child.kill('SIGKILL')
    throw new Error(`The application did not stop within ${longestStop / 1000} s of SIGTERM.`)
  }
}

/** Starts the application and waits until it says that it is ready. */
export const startApplication = async (options: ApplicationOptions): Promise<RunningApplication> => {
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const { child, output } = launch({ ...options, port })
  const end = Date.now() + longestStart
  while (!(await isReady(url))) {
    if (hasEnded(child) || Date.now() > end) {
      child.kill('SIGKILL')
      throw new Error(`The application did not start (${child.exitCode ?? child.signalCode}):\n${output().slice(-4000)}`)
    }
    await pause(100)
  }
  return { url, port, output, child, stop: () => stopChild(child) }
}
