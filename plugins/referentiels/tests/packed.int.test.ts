import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { emptyDatabase } from '../../../tests/support/empty-database.ts'

const run = promisify(execFile)
const name = 'payload-plugin-referentiels'
let folder: string

/** Every package of this repository but the plugin's own: tests have no network to install them from. */
const linkPackages = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from)) {
    if (entry.startsWith('.') || entry === name) continue
    if (entry.startsWith('@')) linkPackages(path.join(from, entry), path.join(to, entry))
    else symlinkSync(path.join(from, entry), path.join(to, entry), 'junction')
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ess-packed-'))
  const packages = path.join(folder, 'node_modules')
  linkPackages(path.resolve('node_modules'), packages)
  const { stdout } = await run(process.execPath, ['src/cli/pack-plugin.ts', folder])
  await run('tar', ['-xzf', path.basename(stdout.trim())], { cwd: folder })
  // npm names the folder in every archive so.
  const own = path.join(packages, name)
  renameSync(path.join(folder, 'package'), own)
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'autre-application', private: true, type: 'module' }))
  // Under a name that our own checks leave alone: what it imports is there in the other application.
  copyFileSync('plugins/referentiels/tests/packed-application.txt', path.join(folder, 'application.mjs'))
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('The plugin as npm packs it imports, opens its studio and publishes in a second application, by its defaults alone', async () => {
  const { stdout } = await run(process.execPath, ['application.mjs'], { cwd: folder, env: { ...process.env, DATABASE_URL: await emptyDatabase() } })
  const told: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  expect(told).toMatchObject({
    imported: 'created',
    published: { version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    rows: [{ referentiel: 'mon-referentiel', version: '1.0.0', isChanged: true }],
    again: 'unchanged',
    views: 2,
    missing: [],
  })
}, 120_000)
