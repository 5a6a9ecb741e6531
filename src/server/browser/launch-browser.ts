import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import type { Browser } from 'puppeteer-core'

export type BrowserKind = 'explicit' | 'system' | 'bundled'

/** A browser that started here once, with what it needs to start again. */
export type FoundBrowser = {
  readonly executablePath: string
  /** The whole environment of the browser: nothing of ours comes in but this. */
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
  readonly kind: BrowserKind
  /** Where it may write: DATA_DIR/browser. */
  readonly folder: string
}

const launchTimeout = 60_000
const day = 24 * 3600_000

const removeOldProfiles = async (profiles: string): Promise<void> => {
  for (const name of await readdir(profiles)) {
    const folder = path.join(profiles, name)
    const found = await stat(folder).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > day) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Starts it, without a window and with a profile of its own that goes when the browser goes.
 * It talks to us through a pipe: should this process be killed, the pipe closes and the browser leaves too.
 * @throws what Puppeteer throws, with the browser's own last words in the message
 */
export const launchBrowser = async ({ executablePath, env, args, folder }: FoundBrowser): Promise<Browser> => {
  const { default: puppeteer } = await import('puppeteer-core')
  const profiles = path.join(folder, 'profiles')
  await mkdir(profiles, { recursive: true })
  await removeOldProfiles(profiles)
  const userDataDir = await mkdtemp(path.join(profiles, 'profile-'))
  const removeProfile = () => rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  try {
    const browser = await puppeteer.launch({
      executablePath,
      env: { ...env },
      args: [...args],
      userDataDir,
      pipe: true,
      timeout: launchTimeout,
      // Our process ends in its own way; Puppeteer would call process.exit.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    browser.once('disconnected', () => void removeProfile().catch(() => undefined))
    return browser
  } catch (error) {
    await removeProfile().catch(() => undefined)
    throw error
  }
}

/** Ends it at once, with every process that it started, whatever they are busy with. */
export const killBrowser = (browser: Browser): void => {
  const { pid } = browser.process() ?? {}
  if (pid === undefined) return
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // Already gone, or a system without process groups: the second target is the process alone.
    }
  }
}
