import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

import { decideRestart } from './restarts.ts'

export type Supervised = {
  /** Settles when the process first says that it is ready; rejects when it was given up before. */
  readonly ready: Promise<void>
  /** Starts it again, with these variables from now on. */
  readonly restart: (env: NodeJS.ProcessEnv) => void
  /** Asks it to finish, and ends it when it does not. */
  readonly stop: () => Promise<void>
  readonly kill: () => void
}

type Supervision = {
  readonly name: string
  readonly script: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly log: (line: string) => void
  /** Called once when it died too often. */
  readonly onGiveUp: () => void
}

/** How long a process may take to finish what it does, in milliseconds; jobs are handed back after 25 s. */
const patience = 30_000

/** Keeps a process running until it is stopped: it says `{ ready: true }`, and goes when our channel closes. */
export const supervise = ({ name, script, args, env: firstEnv, log, onGiveUp }: Supervision): Supervised => {
  const ready = Promise.withResolvers<void>()
  // Nobody may be waiting any more when it is given up.
  ready.promise.catch(() => undefined)
  let env = firstEnv
  let quickDeaths = 0
  let isStopping = false
  let isRestarting = false
  let child: ChildProcess
  let waiting: NodeJS.Timeout | undefined

  const start = (): void => {
    const since = performance.now()
    // A group of its own: Ctrl+C reaches the launcher alone, which stops everything in order.
    child = fork(script, args, { env, detached: true, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) ready.resolve()
    })
    child.on('error', (error) => log(`${name}: ${error.message}`))
    child.once('exit', (code, signal) => {
      if (isStopping) return
      if (isRestarting) {
        isRestarting = false
        start()
        return
      }
      const decision = decideRestart({ lived: performance.now() - since, quickDeaths })
      const cause = signal === null ? `ended with exit code ${code ?? 0}` : `was ended by ${signal}`
      if (!decision.restart) {
        log(`${name} ${cause} again: giving up.`)
        ready.reject(new Error(`${name} does not start`))
        onGiveUp()
        return
      }
      quickDeaths = decision.quickDeaths
      log(`${name} ${cause}: starting it again.`)
      waiting = setTimeout(start, decision.afterMilliseconds)
    })
  }
  start()

  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null

  return {
    ready: ready.promise,
    restart: (changed) => {
      env = changed
      // When it is dead already, the start that waits takes the new variables.
      if (isStopping || isGone()) return
      isRestarting = true
      const old = child
      old.kill('SIGTERM')
      setTimeout(() => old.kill('SIGKILL'), patience).unref()
    },
    stop: async () => {
      isStopping = true
      clearTimeout(waiting)
      if (isGone()) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), patience)
      await gone
      clearTimeout(force)
    },
    kill: () => {
      isStopping = true
      clearTimeout(waiting)
      child.kill('SIGKILL')
    },
  }
}
