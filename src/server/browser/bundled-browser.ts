import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

import { z } from 'zod'

import { BrowserError } from './browser-error.ts'
import type { Machine } from './machine.ts'
import { packageFolder } from './package-folder.ts'

const run = promisify(execFile)

/** The browser, what it draws with where there is no graphics driver, and the libraries it links to. */
const archives = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'] as const

/** The package writes into the temporary folder of its process: a child has one of its own. */
const unpackScript = `
const [entry, ...archives] = process.argv.slice(1)
const { inflate } = await import(entry)
for (const archive of archives) await inflate(archive)
`

const manifestName = 'unpacked.json'
const manifestSchema = z.record(z.string(), z.number().int().nonnegative())

/** Long enough for the slowest disk; a half-unpacked folder older than that belongs to nobody. */
const unpackTimeout = 5 * 60_000

export type BundledBrowser = { readonly executablePath: string; readonly libraries: string }

/**
 * The Chromium of `@sparticuz/chromium`, unpacked once per version into a folder of ours.
 *
 * Unpacked beside and renamed when whole, so that a folder of that name is complete, whoever is killed and
 * however many processes start at once: the first rename wins and the others use its folder.
 * @throws BrowserError NO_BROWSER when the package has none for this machine, UNPACKING when it can't be written
 */
export const bundledBrowser = async ({
  folder,
  machine,
}: {
  /** DATA_DIR/browser */
  readonly folder: string
  readonly machine: Machine
}): Promise<BundledBrowser> => {
  const source = packageFolder('@sparticuz/chromium')
  if (source === undefined || machine.platform !== 'linux' || machine.arch !== 'x64') {
    throw new BrowserError(
      'NO_BROWSER',
      `No Chromium or Chrome was found, and none comes along for ${machine.platform} ${machine.arch}: ` +
        'install one, or set CHROMIUM_PATH to its executable.',
    )
  }
  const version = await versionOf(source)
  const target = path.join(folder, version)
  if (!(await isWhole(target))) {
    await unpack({ source, target }).catch((cause: unknown) => {
      throw new BrowserError(
        'UNPACKING',
        `The browser that npm brought could not be unpacked into ${target}: ${reasonOf(cause)}. ` +
          'It needs 250 MB of free space and a file system that allows execution; or install Chromium.',
        { cause },
      )
    })
  }
  return { executablePath: path.join(target, 'chromium'), libraries: path.join(target, 'al2023', 'lib') }
}

const versionOf = async (source: string): Promise<string> => {
  const { version } = z
    .object({ version: z.string().regex(/^[\w.+-]+$/) })
    .parse(JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8')))
  return version
}

const reasonOf = (cause: unknown): string => {
  const text = cause instanceof Error ? cause.message : String(cause)
  const told = /E[A-Z]{3,}: [^\n]*/.exec(text)?.[0]
  return told ?? text.trim().split('\n').at(-1) ?? 'for an unknown reason'
}

/** A disk that filled up or a machine that lost power may leave files cut short: their sizes are compared. */
const isWhole = async (target: string): Promise<boolean> => {
  const text = await readFile(path.join(target, manifestName), 'utf8').catch(() => undefined)
  const manifest = manifestSchema.safeParse(text === undefined ? undefined : JSON.parse(text))
  if (!manifest.success) return false
  const sizes = await Promise.all(
    Object.entries(manifest.data).map(async ([file, size]) => {
      const found = await stat(path.join(target, file)).catch(() => undefined)
      return found?.size === size
    }),
  )
  return sizes.length > 0 && sizes.every(Boolean)
}

const unpack = async ({ source, target }: { readonly source: string; readonly target: string }): Promise<void> => {
  const parent = path.dirname(target)
  await mkdir(parent, { recursive: true })
  await removeAbandoned(parent)
  const work = path.join(parent, `.unpacking-${randomUUID()}`)
  await mkdir(work)
  try {
    await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        unpackScript,
        pathToFileURL(path.join(source, 'build', 'index.js')).href,
        ...archives.map((archive) => path.join(source, 'bin', archive)),
      ],
      { env: { NODE_ENV: 'production', TMPDIR: work }, timeout: unpackTimeout, killSignal: 'SIGKILL' },
    )
    await writeFile(path.join(work, manifestName), JSON.stringify(await sizesIn(work)))
    await moveInPlace(work, target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const sizesIn = async (folder: string): Promise<Readonly<Record<string, number>>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const sizes = await Promise.all(files.map(async (file) => [path.relative(folder, file), (await stat(file)).size] as const))
  return Object.fromEntries(sizes)
}

const moveInPlace = async (work: string, target: string): Promise<void> => {
  // Another process may have finished first; only what it left broken is taken away.
  if (await isWhole(target)) return
  await rm(target, { recursive: true, force: true })
  await rename(work, target).catch(async (error: unknown) => {
    if (!(await isWhole(target))) throw error
  })
}

const removeAbandoned = async (parent: string): Promise<void> => {
  for (const name of await readdir(parent)) {
    if (!name.startsWith('.unpacking-')) continue
    const folder = path.join(parent, name)
    const found = await stat(folder).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > 2 * unpackTimeout) await rm(folder, { recursive: true, force: true })
  }
}
