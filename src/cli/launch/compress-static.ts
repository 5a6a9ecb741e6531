import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

const compressible = /\.(?:js|css|svg|json|txt)$/

/** Bytes. Below this, what is won does not fill a packet. */
const worthwhile = 1_000

/** At a time: two cores, and the compressor takes 16 MB for each. */
const atOnce = 2

/**
 * Writes `FILE.br` and `FILE.gz` beside every file below a directory that shrinks: as small as it gets, once per
 * build, where a server that compresses each answer goes only as far as there is time.
 */
export const compressStatic = async (directory: string): Promise<void> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const next = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) await compressFile(file)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}

const compressFile = async (file: string): Promise<void> => {
  const content = await readFile(file)
  if (content.length < worthwhile) return
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_SIZE_HINT, Z_BEST_COMPRESSION } = constants
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: content.length }
  const written = [
    ['.br', await toBrotli(content, { params })],
    ['.gz', await toGzip(content, { level: Z_BEST_COMPRESSION })],
  ] as const
  for (const [ending, compressed] of written) if (compressed.length < content.length) await writeFile(file + ending, compressed)
}
