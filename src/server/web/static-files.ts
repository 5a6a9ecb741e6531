import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'

import type { RequestHandler } from './front-door.ts'

type Encoding = 'br' | 'gzip'
type StaticFile = { readonly type: string; readonly content: Buffer; readonly encoded: ReadonlyMap<Encoding, Buffer> }

const prefix = '/_next/static/'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What the build wrote beside a file, the smallest first. */
const encodings: readonly (readonly [Encoding, string])[] = [['br', '.br'], ['gzip', '.gz']]

/** A file's name changes with its content. */
const forEver = 'public, max-age=31536000, immutable'

/**
 * Answers for what the build wrote below `.next/static`, as small as the build made it; the rest goes to `otherwise`.
 * The files, some megabytes, are kept in memory: they are still whole when the next build empties the directory, and a
 * page that was open before it still works.
 */
export const staticFiles = (root: string, otherwise: RequestHandler): RequestHandler => {
  const files = readFiles(path.join(root, '.next', 'static'))
  return async (request, response) => {
    const url = request.url ?? '/'
    const file = url.startsWith(prefix) ? files.get(url.slice(prefix.length).split('?', 1)[0] ?? '') : undefined
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (file === undefined || !isReading) return otherwise(request, response)
    send(response, file, { accepted: String(request.headers['accept-encoding'] ?? ''), isHead: request.method === 'HEAD' })
  }
}

const readFiles = (directory: string): ReadonlyMap<string, StaticFile> => {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return new Map(
    entries.flatMap((entry): [string, StaticFile][] => {
      const file = path.join(entry.parentPath, entry.name)
      const type = types[path.extname(entry.name)]
      if (!entry.isFile() || type === undefined) return []
      const name = path.relative(directory, file).split(path.sep).map(encodeURIComponent).join('/')
      const encoded = encodings.flatMap(([encoding, ending]): [Encoding, Buffer][] =>
        existsSync(file + ending) ? [[encoding, readFileSync(file + ending)]] : [],
      )
      return [[name, { type, content: readFileSync(file), encoded: new Map(encoded) }]]
    }),
  )
}

const send = (
  response: ServerResponse,
  { type, content, encoded }: StaticFile,
  { accepted, isHead }: { readonly accepted: string; readonly isHead: boolean },
): void => {
  const [encoding] = encodings.map(([name]) => name).filter((name) => encoded.has(name) && accepts(accepted, name))
  const body = (encoding && encoded.get(encoding)) ?? content
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': forEver,
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding }),
  })
  response.end(isHead ? undefined : body)
}

/** Whether an `Accept-Encoding` names an encoding and does not refuse it (`br;q=0`). */
const accepts = (header: string, encoding: Encoding): boolean =>
  header.split(',').some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
  })
