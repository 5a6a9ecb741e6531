import { existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/postgres/embedded.ts'
import { placesIn } from '#server/postgres/places.ts'
import { tryLock } from '#server/process/file-lock.ts'

const prefix = join(tmpdir(), 'ess-test-')

/** Younger folders may belong to a run that is just starting. */
const leftoverAfter = 3_600_000

const start = (dataDir: string): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir, log: () => undefined })

/** True when no process uses the server of this folder any more, whether or not the server still runs. */
const isLeftover = (dataDir: string): boolean => {
  if (Date.now() - statSync(dataDir).mtimeMs < leftoverAfter) return false
  const { usersLock } = placesIn(dataDir)
  if (!existsSync(usersLock)) return true
  const lock = tryLock({ file: usersLock, mode: 'exclusive' })
  lock?.release()
  return lock !== undefined
}

/** Ends what runs that were killed left behind: a server by joining and leaving it, then its folder. */
const clearLeftovers = async (): Promise<void> => {
  for (const dataDir of globSync(`${prefix}*`).filter(isLeftover)) {
    if (existsSync(placesIn(dataDir).usersLock)) await start(dataDir).then(({ stop }) => stop(), () => undefined)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export type TestServer = { readonly url: string; readonly dataDir: string; readonly stop: () => Promise<void> }

/**
 * One PostgreSQL per run, in a temporary folder of its own: two runs at once never meet, and what a broken test
 * left behind goes with the folder.
 */
export const startTestServer = async (): Promise<TestServer> => {
  await clearLeftovers()
  const dataDir = mkdtempSync(prefix)
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const server = await start(dataDir)
    const stop = async () => {
      await server.stop()
      remove()
    }
    return { url: server.url, dataDir, stop }
  } catch (error) {
    remove()
    throw error
  }
}
