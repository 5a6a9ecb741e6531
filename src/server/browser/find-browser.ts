import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import { BrowserError } from './browser-error.ts'
import { browserFlags, withoutSandbox } from './browser-flags.ts'
import { bundledBrowser } from './bundled-browser.ts'
import { writeFontsConfiguration } from './fonts.ts'
import { installedBrowsers, isExecutable } from './installed-browsers.ts'
import type { BrowserKind, FoundBrowser } from './launch-browser.ts'
import { launchBrowser } from './launch-browser.ts'
import type { Machine } from './machine.ts'
import { browserVariables, thisMachine } from './machine.ts'

export type FindBrowserOptions = {
  /** From the environment unless given. */
  readonly settings?: { readonly chromiumPath: string | undefined; readonly dataDir: string }
  readonly machine?: Machine
}

/**
 * A browser that starts on this machine, for PDFs and for journeys: the explicit path, an installed Chromium or
 * Chrome, or the one that npm brought along (docs/decisions/0011-browser-lookup.md). Each is tried by starting
 * it, which also tells whether it needs our libraries and whether its sandbox works here.
 * @throws BrowserError
 */
export const findBrowser = async ({ settings, machine = thisMachine() }: FindBrowserOptions = {}): Promise<FoundBrowser> => {
  const { chromiumPath, dataDir } = settings ?? (await import('#server/environment.ts')).environment()
  const folder = path.resolve(dataDir, 'browser')
  const env = await prepareEnvironment(folder, machine)
  const candidate = (kind: BrowserKind, executablePath: string): FoundBrowser => ({
    executablePath,
    kind,
    folder,
    env,
    args: machine.isRoot ? [...browserFlags, withoutSandbox] : browserFlags,
  })

  if (chromiumPath !== undefined) return explicit(candidate('explicit', chromiumPath))
  for (const executablePath of await installedBrowsers(machine)) {
    const started = await tryToStart(candidate('system', executablePath))
    if ('found' in started) return started.found
  }
  const { executablePath, libraries } = await bundledBrowser({ folder, machine })
  const linked = await linkLibraries(candidate('bundled', executablePath), { libraries, machine })
  return startOrThrow(linked, 'DOES_NOT_START', `The browser that npm brought (${executablePath})`)
}

const prepareEnvironment = async (folder: string, machine: Machine): Promise<FoundBrowser['env']> => {
  const home = path.join(folder, 'home')
  try {
    await mkdir(home, { recursive: true })
    const fonts = await writeFontsConfiguration({ folder, system: machine.fontsConfiguration })
    return { ...browserVariables(machine, home), FONTCONFIG_FILE: fonts }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new BrowserError('UNPACKING', `The browser's folder ${folder} cannot be written: ${reason}.`, { cause })
  }
}

const explicit = async (browser: FoundBrowser): Promise<FoundBrowser> => {
  if (!(await isExecutable(browser.executablePath))) {
    throw new BrowserError(
      'EXPLICIT_PATH',
      `CHROMIUM_PATH is ${browser.executablePath}, which is not a file that can be executed here. ` +
        'Correct it, or unset it: an installed browser or the one that npm brought is used then.',
    )
  }
  return startOrThrow(browser, 'EXPLICIT_PATH', `The browser of CHROMIUM_PATH (${browser.executablePath})`)
}

/** The machine's libraries when they suffice, else those of the package (NSS, NSPR, expat). */
const linkLibraries = async (
  browser: FoundBrowser,
  { libraries, machine }: { readonly libraries: string; readonly machine: Machine },
): Promise<FoundBrowser> => {
  if (machine.ownLibraries && (await tellsItsVersion(browser))) return browser
  return { ...browser, env: { ...browser.env, LD_LIBRARY_PATH: libraries } }
}

const tellsItsVersion = ({ executablePath, env }: FoundBrowser): Promise<boolean> =>
  promisify(execFile)(executablePath, ['--version'], {
    env: { NODE_ENV: 'production', ...env },
    timeout: 20_000,
    killSignal: 'SIGKILL',
  }).then(
    () => true,
    () => false,
  )

type Trial = { readonly found: FoundBrowser } | { readonly reason: string; readonly cause: unknown }

const tryOnce = async (browser: FoundBrowser): Promise<Trial> => {
  try {
    const started = await launchBrowser(browser)
    await started.close()
    return { found: browser }
  } catch (cause) {
    return { reason: lastWords(cause), cause }
  }
}

/** With its sandbox if it can; containers and some kernels don't give it the namespaces that it needs. */
const tryToStart = async (browser: FoundBrowser): Promise<Trial> => {
  const trial = await tryOnce(browser)
  if ('found' in trial || browser.args.includes(withoutSandbox)) return trial
  return tryOnce({ ...browser, args: [...browser.args, withoutSandbox] })
}

const startOrThrow = async (
  browser: FoundBrowser,
  code: 'EXPLICIT_PATH' | 'DOES_NOT_START',
  subject: string,
): Promise<FoundBrowser> => {
  const trial = await tryToStart(browser)
  if ('found' in trial) return trial.found
  throw new BrowserError(code, `${subject} does not start: ${trial.reason}`, { cause: trial.cause })
}

/** What a failed launch says that is worth reading: the loader's or the browser's complaint. */
const lastWords = (error: unknown): string => {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim())
  const complaint = lines.find((line) => /error while loading|FATAL|No usable sandbox|EACCES|ENOENT|Permission/i.test(line))
  return complaint ?? lines.find((line) => line !== '') ?? 'it said nothing.'
}
