import { createServer, request } from 'node:http'
import type { Server } from 'node:http'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { handedOver, saveOf, savesFirst } from './saves-first.ts'

let server: Server
let port: number

/** What the routes were given. */
const seen: { readonly url: string; readonly body: string; readonly origin: string | null; readonly params: object }[] = []

const route = (kind: string) => async (given: Request, { params }: { readonly params: Promise<object> }, held?: Uint8Array) => {
  seen.push({ url: given.url, body: new TextDecoder().decode(held), origin: given.headers.get('origin'), params: await params })
  return Response.json({ kind, text: 'Présenté à l’équipe' }, { status: 409, headers: { 'cache-control': 'no-store' } })
}

beforeAll(async () => {
  const handle = savesFirst(async (_incoming, response) => {
    response.writeHead(404).end('next')
  })
  server = createServer((incoming, response) => {
    incoming.headers['x-forwarded-proto'] = 'https'
    void handle(incoming, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  port = address.port
})

afterAll(() => server.close())
afterEach(() => seen.splice(0))

const put = async (path: string, body: string, method = 'PUT') => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { origin: 'https://ici.test' }, ...(method === 'GET' ? {} : { body }) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('A request that saves a field', () => {
  it('goes to Next until its route was handed over', async () => {
    expect((await put('/api/diagnostics/d1/answers/a1', '{}')).text).toBe('next')
  })

  it('is answered by the route itself, with the request as it came and the answer as it was given', async () => {
    handedOver('answers', route('answers'))
    handedOver('assessments', route('assessments'))
    const { status, headers, text } = await put('/api/diagnostics/d1/answers/3.6.2', '{"value":"é"}')
    expect([status, JSON.parse(text), headers.get('cache-control')]).toEqual([409, { kind: 'answers', text: 'Présenté à l’équipe' }, 'no-store'])
    expect(seen).toEqual([
      {
        url: `https://127.0.0.1:${port}/api/diagnostics/d1/answers/3.6.2`,
        body: '{"value":"é"}',
        origin: 'https://ici.test',
        params: { diagnostic: 'd1', kind: 'answers', code: '3.6.2' },
      },
    ])
    expect(JSON.parse((await put('/api/diagnostics/d1/assessments/a', '{}')).text)).toMatchObject({ kind: 'assessments' })
  })

  it('is forgotten when its sender goes away in the middle', async () => {
    const sending = request({ port, host: '127.0.0.1', method: 'PUT', path: '/api/diagnostics/d1/answers/a1', headers: { 'content-length': 100 } })
    sending.on('error', () => undefined)
    sending.write('{')
    await new Promise((resolve) => setTimeout(resolve, 50))
    sending.destroy()
    expect((await put('/api/diagnostics/d1/answers/after', '{}')).status).toBe(409)
    expect(seen.map(({ params }) => params)).toEqual([{ diagnostic: 'd1', kind: 'answers', code: 'after' }])
  })
})

it.each([
  ['GET', '/api/diagnostics/d1/answers/a1'],
  ['PUT', '/api/diagnostics/d1/answers/a1/'],
  ['PUT', '/api/diagnostics/d1/answers/a1?x=1'],
  ['PUT', '/api/diagnostics/d1/answers/cr%C3%A8me'],
  ['PUT', '/api/diagnostics/d1/answers/..'],
  ['PUT', '/api/diagnostics/d1/answers/'],
  ['PUT', '/api/diagnostics//answers/a1'],
  ['PUT', '//api/diagnostics/d1/answers/a1'],
  ['PUT', '/api/diagnostics/d1/subset'],
  ['PUT', '/API/diagnostics/d1/answers/a1'],
])('leaves %s %s to Next', (method, url) => {
  expect(saveOf(method, url)).toBeNull()
})
