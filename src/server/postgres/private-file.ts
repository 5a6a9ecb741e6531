import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'

/** Only its owner may read it. */
const privateMode = 0o600

/**
 * The content of a private file, made on first use. Of several processes that make it at once, all get the same:
 * a link, unlike a write, never replaces.
 */
export const readOrMakePrivateFile = async (file: string, make: () => string): Promise<string> => {
  const there = await readFile(file, 'utf8').catch(ignoreMissing)
  if (there !== undefined) return there.trim()
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${make()}\n`, { mode: privateMode, flag: 'wx', flush: true })
  try {
    await link(draft, file).catch(ignoreExisting)
  } finally {
    await rm(draft)
  }
  return (await readFile(file, 'utf8')).trim()
}

/** Replaces the whole file at once, so that no reader sees half of it. */
export const replacePrivateFile = async (file: string, content: string): Promise<void> => {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${content}\n`, { mode: privateMode, flag: 'wx' })
  await rename(draft, file)
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const ignoreMissing = (error: unknown): undefined => {
  if (codeOf(error) !== 'ENOENT') throw error
}

const ignoreExisting = (error: unknown): undefined => {
  if (codeOf(error) !== 'EEXIST') throw error
}
