import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findBrowser } from '#server/browser/find-browser.ts'
import type { FoundBrowser } from '#server/browser/launch-browser.ts'
import { launchBrowser } from '#server/browser/launch-browser.ts'
import { createPrinter } from '#server/browser/printer.ts'

import { hiddenMachine } from './hidden-machine.ts'
import { readPdf } from './pdf-content.ts'

const run = promisify(execFile)

let dataDir: string
let bundled: FoundBrowser

const settings = (changed: { readonly chromiumPath?: string; readonly dataDir?: string } = {}) => ({
  chromiumPath: undefined,
  dataDir,
  ...changed,
})

/** A document of this one sentence, printed and read back sign by sign. */
const printed = async (browser: FoundBrowser, sentence: string): Promise<string> => {
  const printer = createPrinter({ launch: () => launchBrowser(browser) })
  try {
    const result = await printer.print({ html: `<!doctype html><html lang="fr"><p>${sentence}</p></html>`, timeoutMs: 30_000 })
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
    return (await readPdf(result.value)).signs
  } finally {
    await printer.close()
  }
}

/** An executable that stands for an installed Chromium: it hands everything to the bundled one. */
const standIn = async (file: string): Promise<string> => {
  const libraries = bundled.env.LD_LIBRARY_PATH ?? ''
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${bundled.executablePath}' "$@"\n`)
  await chmod(file, 0o755)
  return file
}

const sentence = '«\u202féèàœ ÉÈÀŒ ç ï ô û\u202f»\u202f: 3\u202f000\u202f€, 30\u202f%, l’été…'

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ess-browser-'))
  bundled = await findBrowser({ settings: settings(), machine: hiddenMachine() })
})

afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('on a machine without browser, libraries and fonts', () => {
  it('the browser that npm brought is used, with its libraries and our fonts', () => {
    expect(bundled).toMatchObject({
      kind: 'bundled',
      env: {
        LD_LIBRARY_PATH: path.join(dataDir, 'browser', path.basename(path.dirname(bundled.executablePath)), 'al2023', 'lib'),
        FONTCONFIG_FILE: path.join(dataDir, 'browser', 'fonts.conf'),
        HOME: path.join(dataDir, 'browser', 'home'),
      },
    })
  })

  it('prints French exactly as written', async () => {
    expect(await printed(bundled, sentence)).toBe(sentence)
  })

  it('loads NSS, NSPR and expat from the package, none from the system', async () => {
    const browser = await launchBrowser(bundled)
    const maps = await readFile(`/proc/${browser.process()?.pid}/maps`, 'utf8')
    await browser.close()
    const loaded = [...new Set(maps.match(/\S*\/lib(nss3|nssutil3|nspr4|plc4|plds4|expat)\.so\S*/g))]
    expect(loaded.length).toBeGreaterThanOrEqual(3)
    for (const library of loaded) expect(library).toContain(dataDir)
  })

  it('knows none of our variables', async () => {
    const machine = hiddenMachine({ variables: { PATH: '', DATABASE_URL: 'postgres://secret', PAYLOAD_SECRET: 'secret', TMPDIR: '/x' } })
    const { env } = await findBrowser({ settings: settings(), machine })
    expect(Object.keys(env).sort()).toEqual(['FONTCONFIG_FILE', 'HOME', 'LANG', 'LD_LIBRARY_PATH', 'PATH'])
  })

  it('runs with web security, and with its pages in processes of their own', () => {
    expect(bundled.args.join(' ')).not.toMatch(/disable-web-security|single-process|allow-running-insecure|site-isolation/)
  })
})

describe('the order of the lookup', () => {
  it('an installed browser on PATH comes before the bundled one, and really prints', async () => {
    const installed = await standIn(path.join(dataDir, 'installed', 'chromium'))
    const machine = hiddenMachine({ variables: { PATH: `/nonexistent:${path.dirname(installed)}` } })
    const found = await findBrowser({ settings: settings(), machine })
    expect(found).toMatchObject({ kind: 'system', executablePath: installed })
    expect(await printed(found, sentence)).toBe(sentence)
  })

  it('so does one in a usual place', async () => {
    const installed = await standIn(path.join(dataDir, 'opt', 'chrome'))
    const found = await findBrowser({ settings: settings(), machine: hiddenMachine({ usualPlaces: [installed] }) })
    expect(found).toMatchObject({ kind: 'system', executablePath: installed })
  })

  it('an explicit path comes before both', async () => {
    const chosen = await standIn(path.join(dataDir, 'chosen', 'my-browser'))
    const installed = await standIn(path.join(dataDir, 'installed', 'chromium'))
    const machine = hiddenMachine({ variables: { PATH: path.dirname(installed) } })
    const found = await findBrowser({ settings: settings({ chromiumPath: chosen }), machine })
    expect(found).toMatchObject({ kind: 'explicit', executablePath: chosen })
    expect(await printed(found, sentence)).toBe(sentence)
  })

  it('an installed browser that does not start is passed over', async () => {
    const broken = path.join(dataDir, 'broken', 'chromium')
    await mkdir(path.dirname(broken), { recursive: true })
    await writeFile(broken, '#!/bin/sh\necho "install the snap" >&2\nexit 1\n', { mode: 0o755 })
    const machine = hiddenMachine({ variables: { PATH: path.dirname(broken) } })
    expect((await findBrowser({ settings: settings(), machine })).kind).toBe('bundled')
  })
})

describe('what the operator is told', () => {
  it('an explicit path to nothing is a sentence, never another browser', async () => {
    const chromiumPath = path.join(dataDir, 'no-such-browser')
    const lookup = findBrowser({ settings: settings({ chromiumPath }), machine: hiddenMachine() })
    await expect(lookup).rejects.toMatchObject({
      name: 'BrowserError',
      code: 'EXPLICIT_PATH',
      message: expect.stringContaining(`CHROMIUM_PATH is ${chromiumPath}, which is not a file`) as string,
    })
  })

  it('so is an explicit path to something else than a browser', async () => {
    const chromiumPath = '/bin/false'
    await expect(findBrowser({ settings: settings({ chromiumPath }), machine: hiddenMachine() })).rejects.toMatchObject({
      code: 'EXPLICIT_PATH',
      message: expect.stringContaining('/bin/false) does not start') as string,
    })
  })

  it('a machine for which none comes along is told to install one', async () => {
    await expect(findBrowser({ settings: settings(), machine: hiddenMachine({ arch: 'arm64' }) })).rejects.toMatchObject({
      code: 'NO_BROWSER',
      message: expect.stringContaining('install one, or set CHROMIUM_PATH') as string,
    })
  })
})

describe('the unpacked browser', () => {
  const inProcess = (folder: string) =>
    run(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { findBrowser } from '#server/browser/find-browser.ts'
       import { hiddenMachine } from './tests/browser/hidden-machine.ts'
       const { executablePath } = await findBrowser({ settings: { chromiumPath: undefined, dataDir: process.argv[1] }, machine: hiddenMachine() })
       process.stdout.write(executablePath)`,
      folder,
    ])

  it('is one folder though two processes unpack at once', async () => {
    const folder = path.join(dataDir, 'shared')
    const [one, other] = await Promise.all([inProcess(folder), inProcess(folder)])
    expect(one.stdout).toBe(other.stdout)
    const left = await readdir(path.join(folder, 'browser'))
    expect(left.filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('is unpacked anew when a file was cut short', async () => {
    const folder = path.join(dataDir, 'shared')
    const { stdout: executable } = await inProcess(folder)
    await truncate(executable, 1_000_000)
    const found = await findBrowser({ settings: settings({ dataDir: folder }), machine: hiddenMachine() })
    expect(found.executablePath).toBe(executable)
    expect(await printed(found, sentence)).toBe(sentence)
  })

  it('that cannot be written is a sentence with the reason', async () => {
    const file = path.join(dataDir, 'file')
    await writeFile(file, '')
    const lookup = findBrowser({ settings: settings({ dataDir: path.join(file, 'under') }), machine: hiddenMachine() })
    await expect(lookup).rejects.toMatchObject({
      name: 'BrowserError',
      code: 'UNPACKING',
      message: expect.stringMatching(/file\/under\/browser cannot be written: ENOTDIR/) as string,
    })
  })
})
