import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import { freePort } from '../support/running-application.ts'
import { testFile } from '../support/test-files.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Below the project, so that it finds the same Next and React; out of the way of the application's own build. */
const folder = () => path.dirname(testFile('bare-next', 'package.json'))

const build = async (cwd: string): Promise<void> => {
  rmSync(cwd, { recursive: true, force: true })
  cpSync(path.join(import.meta.dirname, 'bare-next'), cwd, { recursive: true })
  writeFileSync(path.join(cwd, 'package.json'), '{ "private": true, "type": "module" }\n')
  writeFileSync(
    path.join(cwd, 'next.config.mjs'),
    `export default { typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} } }\n`,
  )
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
}

let built: Promise<void> | undefined

/** A Next application of one page that asks one bare statement and one route that answers nothing, and none of our code: what pages are compared with. */
export const bareNext = async (databaseUrl: string) => {
  const cwd = folder()
  built ??= build(cwd)
  await built
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', BARE_DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(url).then(({ ok }) => ok, () => false)
    if (answer) break
    await pause(100)
  }
  if (!existsSync(path.join(cwd, '.next', 'BUILD_ID'))) throw new Error('The bare page was not built.')
  return {
    /** The route that answers nothing. */
    noop: `${url}noop`,
    /** The page with so many rows. */
    urlOf: (rows: number) => `${url}?rows=${rows}`,
    close: () => void child.kill('SIGTERM'),
  }
}
