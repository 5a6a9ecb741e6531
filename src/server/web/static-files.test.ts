import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { compressStatic } from '../../cli/launch/compress-static.ts'
import { staticFiles } from './static-files.ts'

const script = `export const words = ${JSON.stringify('Répondre, enregistrer, recommencer. '.repeat(200))}`
let root: string
let server: Server
let url: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ess-static-'))
  const chunks = join(root, '.next', 'static', 'chunks')
  mkdirSync(chunks, { recursive: true })
  writeFileSync(join(chunks, 'page.js'), script)
  writeFileSync(join(chunks, 'tiny.js'), 'export {}')
  writeFileSync(join(root, '.next', 'secret.js'), 'no')
  await compressStatic(join(root, '.next', 'static'))
  const handle = staticFiles(root, async (_request, response) => {
    response.writeHead(404).end('elsewhere')
  })
  server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  url = `http://127.0.0.1:${address.port}`
})

afterAll(() => {
  server.close()
  rmSync(root, { recursive: true, force: true })
})

/** As it goes over the wire: `fetch` would unpack it. */
const ask = async (path: string, accepted: string, method = 'GET') => {
  return new Promise<{ readonly status: number; readonly headers: Record<string, unknown>; readonly body: Buffer }>((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers: { 'accept-encoding': accepted } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const page = '/_next/static/chunks/page.js'

it('sends a file in the smallest encoding that the browser takes', async () => {
  const brotli = await ask(page, 'gzip, deflate, br, zstd')
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding', 'content-type': 'text/javascript; charset=utf-8' })
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
  const gzip = await ask(page, 'gzip, br;q=0')
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' })
  expect(gunzipSync(gzip.body).toString()).toBe(script)
  const plain = await ask(page, 'identity')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe(script)
})

it('keeps a file for ever, under its length, also for a HEAD', async () => {
  const { headers, body } = await ask(`${page}?dpl=1`, 'br', 'HEAD')
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(Number(headers['content-length'])).toBeGreaterThan(0)
  expect(body).toHaveLength(0)
})

it('sends what is too small to shrink as it is', async () => {
  expect((await ask('/_next/static/chunks/tiny.js', 'br')).headers['content-encoding']).toBeUndefined()
})

it('still has a file whole when the next build has emptied the directory', async () => {
  rmSync(join(root, '.next', 'static'), { recursive: true })
  expect((await ask(page, 'identity')).body.toString()).toBe(script)
})

it.each(['/_next/static/../secret.js', '/_next/static/%2e%2e/secret.js', '/_next/static/chunks/page.js.br', '/_next/static/none.js', '/'])(
  'leaves %s to others',
  async (path) => expect((await ask(path, 'br')).body.toString()).toBe('elsewhere'),
)

it('writes nothing: another method goes on', async () => {
  expect((await ask(page, 'br', 'POST')).status).toBe(404)
})
