import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import type { TestProject } from 'vitest/node'

import { applicationVariables } from '../support/application-environment.ts'
import { testFile } from '../support/test-files.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The running application: its address, and the folder of its data, the outbox among them. */
    application: { readonly url: string; readonly dataDir: string }
  }
}

/** A build from nothing takes two to three minutes on two cores; the rest of the start, seconds. */
const longestStart = 10 * 60_000
const longestStop = 40_000

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/api/health`)).status === 200
  } catch {
    return false
  }
}

const waitUntilReady = async (child: ChildProcess, url: string, log: string): Promise<void> => {
  const end = Date.now() + longestStart
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      const reason = Date.now() > end ? 'did not become ready' : `ended with ${child.exitCode ?? child.signalCode}`
      throw new Error(`The application ${reason}. The end of its output (${log}):\n${readFileSync(log, 'utf8').slice(-4000)}`)
    }
    await setTimeout(250)
  }
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await Promise.race([ended, setTimeout(longestStop, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL')
    throw new Error(`The application did not stop within ${longestStop / 1000} s of SIGTERM.`)
  }
}

/**
 * Starts the application as the README says, on an empty data directory with the demonstration accounts, and
 * stops it after the journeys. Its output goes to .data-test/application.log.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ess-journeys-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const log = testFile('application.log')
  const output = createWriteStream(log)
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...applicationVariables({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '1', ROLE: 'all' }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  const finish = async () => {
    try {
      await stop(child)
    } finally {
      output.end()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  try {
    await waitUntilReady(child, url, log)
  } catch (error) {
    await finish()
    throw error
  }
  project.provide('application', { url, dataDir })
  return finish
}
