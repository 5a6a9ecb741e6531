import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import { chromium } from 'playwright-core'
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'

import { emptyDatabase } from '../../../tests/support/empty-database.ts'
import { watchPage } from '../../../tests/support/page-complaints.ts'
import { freePort } from '../../../tests/support/running-application.ts'
import { testFile } from '../../../tests/support/test-files.ts'
import { packageName } from '../exports/package-name.ts'
import { libraryTexts } from '../texts/studio/library.ts'
import { studioTexts } from '../texts/studio/studio.ts'

const run = promisify(execFile)
const account = { EMAIL: 'ada@exemple.test', PASSWORD: 'une longue phrase' }

/** Below this repository, whose packages it finds as if they were its own: tests have no network to install them from. */
const folder = path.dirname(testFile('packed-application', 'package.json'))

let env: NodeJS.ProcessEnv

/** A command of a package, on the Node that runs us, in the second application. */
const command = (script: string, ...args: readonly string[]) => run(process.execPath, [path.resolve('node_modules', script), ...args], { cwd: folder, env })

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  cpSync('plugins/referentiels/tests/packed-application', folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'autre-application', private: true, type: 'module' }))
  const { stdout } = await run(process.execPath, ['src/cli/pack-plugin.ts', folder])
  await run('tar', ['-xzf', path.basename(stdout.trim())], { cwd: folder })
  // npm names the folder in every archive so.
  mkdirSync(path.join(folder, 'node_modules'))
  renameSync(path.join(folder, 'package'), path.join(folder, 'node_modules', packageName))
  env = {
    ...process.env,
    ...account,
    DATABASE_URL: await emptyDatabase(),
    PAYLOAD_SECRET: 'celui de l’autre application',
    PAYLOAD_CONFIG_PATH: 'payload.config.js',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  }
  await run(process.execPath, ['install.mjs'], { cwd: folder, env: { ...env, NODE_ENV: 'development' } })
}, 180_000)

describe('The plugin as npm packs it, in a second application, by its defaults alone', () => {
  it('imports, opens its studio and publishes in plain Node', async () => {
    const { stdout } = await run(process.execPath, ['author.mjs'], { cwd: folder, env })
    const told: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    expect(told).toMatchObject({
      imported: 'created',
      published: { version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      rows: [{ referentiel: 'mon-referentiel', version: '1.0.0', isChanged: true }],
      again: 'unchanged',
    })
  }, 120_000)

  it('has its pages in the admin that Next builds: a référentiel is started, changed and published in a browser', async () => {
    await command('payload/bin.js', 'generate:importmap')
    await command('next/dist/bin/next', 'build')
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const server = spawn(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: folder,
      env,
      stdio: 'ignore',
    })
    onTestFinished(async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    })
    while (!(await fetch(`${url}/admin/login`).then(({ ok }) => ok, () => false))) await pause(200)

    const { executablePath, env: browserEnv, args } = inject('browser')
    const browser = await chromium.launch({ executablePath, env: browserEnv, args: [...args], headless: true })
    onTestFinished(() => browser.close())
    const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
    const watch = watchPage()
    watch.listen(page)
    await page.goto(`${url}/admin/login?redirect=/admin/studio`)
    await page.locator('#field-email').fill(account.EMAIL)
    await page.locator('#field-password').fill(account.PASSWORD)
    await page.locator('button[type=submit]').click()

    await page.getByRole('heading', { name: libraryTexts.title, level: 1 }).waitFor()
    await page.screenshot({ path: testFile('screens', 'packed-library.png') })
    await page.getByRole('button', { name: libraryTexts.start }).first().click()
    await page.getByRole('textbox', { name: libraryTexts.dialog.name, exact: true }).fill('Charte des jardins partagés')
    await page.getByRole('button', { name: libraryTexts.dialog.submit, exact: true }).click()
    await page.getByRole('tree', { name: studioTexts.tree.label }).waitFor()
    await page.getByRole('textbox', { name: 'Titre', exact: true }).fill('Accueillir les voisins')
    await page.getByText(/^Enregistré à/).waitFor()
    await page.screenshot({ path: testFile('screens', 'packed-editor.png') })
    const { publish } = studioTexts
    await page.getByRole('button', { name: publish.open, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: publish.submit }).click()
    await page.getByRole('dialog').getByRole('heading', { name: publish.done('1.0.0') }).waitFor()
    await page.getByRole('dialog').getByRole('link', { name: publish.back }).click()
    await page.getByRole('row', { name: /Charte des jardins partagés.+1\.0\.0/s }).waitFor()
    watch.check()
  }, 240_000)
})
