import { createServer, request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { answerWith } from '#server/log/request-in-hand.ts'

import { uploadLimits, usualLimit } from './body-limits.ts'
import { frontDoor } from './front-door.ts'
import type { HeldLimits } from './held-bytes.ts'

const environment = { publicUrl: 'https://pratiques.example.org', host: '0.0.0.0', port: 3000, trustedProxies: 0 }

type Options = {
  /** What the page does before it is sent. */
  readonly answer?: (response: ServerResponse) => void
  /** Milliseconds that a body may take. */
  readonly patience?: number
  readonly holding?: HeldLimits
}

let server: Server
let arrived: { url: string | undefined; headers: IncomingHttpHeaders; bytes: number }[]

const listen = async (settings: Partial<typeof environment> = {}, { answer, patience, holding }: Options = {}): Promise<void> => {
  server = createServer()
  let requests = 0
  const handle = frontDoor({
    environment: { ...environment, ...settings },
    dev: false,
    newNonce: () => `nonce${requests}`,
    newRequestId: () => `request-${(requests += 1)}`,
    ...(patience !== undefined && { bodyPatience: () => patience }),
    ...(holding !== undefined && { holding }),
    handle: async (incoming, response) => {
      arrived.push({ url: incoming.url, headers: incoming.headers, bytes: (await buffer(incoming)).length })
      answer?.(response)
      response.end('handled')
    },
  })
  // What is cut off never reaches the page, which then fails: as in `src/cli/web.ts`.
  server.on('request', (incoming, response) => void handle(incoming, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}

beforeEach(() => {
  arrived = []
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

type Question = {
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: Buffer
  /** @default POST with a body, else GET */
  readonly method?: string
  /** Sends the body in pieces of this many bytes, without saying how long it is. */
  readonly pieces?: number
}

const ask = async ({ path = '/', headers = {}, body, pieces, method = body === undefined ? 'GET' : 'POST' }: Question) => {
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({
      port,
      host: '127.0.0.1',
      path,
      method,
      headers: {
        host: 'pratiques.example.org',
        ...(body !== undefined && pieces === undefined ? { 'content-length': String(body.length) } : {}),
        ...headers,
      },
    })
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
    if (body === undefined) outgoing.end()
    else if (pieces === undefined) outgoing.end(body)
    else {
      for (let start = 0; start < body.length; start += pieces) outgoing.write(body.subarray(start, start + pieces))
      outgoing.end()
    }
  })
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

describe('A request for another name', () => {
  it.each(['evil.test', '127.0.0.1:3000', 'pratiques.example.org:8443', 'pratiques.example.org.evil.test'])(
    'is not answered: %s',
    async (host) => {
      await listen()
      const answer = await ask({ headers: { host } })
      expect(answer.status).toBe(421)
      expect(answer.body).toContain('Rendez-vous sur https://pratiques.example.org')
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(arrived).toEqual([])
    },
  )

  it('is answered when it asks how we are', async () => {
    await listen()
    expect((await ask({ path: '/api/health?now', headers: { host: '10.0.0.9:3000' } })).status).toBe(200)
    expect(arrived[0]?.headers['x-forwarded-host']).toBe('pratiques.example.org')
  })

  it('is known by the address in its first line, before any header; of ours the path alone goes on', async () => {
    await listen()
    for (const path of ['http://evil.test/', 'https://evil.test/admin?a=1', 'ftp://evil.test/x']) {
      expect((await ask({ path })).status, path).toBe(421)
    }
    await ask({ path: 'https://pratiques.example.org/chemin?a=1', headers: { host: 'evil.test' } })
    expect(arrived.map(({ url }) => url)).toEqual(['/chemin?a=1'])
  })

  it('cannot pass as ours by a header, unless a proxy of ours wrote it', async () => {
    await listen()
    const headers = { host: '10.0.0.9', 'x-forwarded-host': 'pratiques.example.org' }
    expect((await ask({ headers })).status).toBe(421)
    server.close()
    await listen({ trustedProxies: 1 })
    expect((await ask({ headers })).status).toBe(200)
  })
})

describe('What a client says about itself', () => {
  it('is replaced by what we know', async () => {
    await listen()
    await ask({
      headers: {
        'x-forwarded-for': '6.6.6.6',
        'x-real-ip': '6.6.6.6',
        'x-client-address': '6.6.6.6',
        'x-forwarded-host': 'evil.test',
        'x-forwarded-proto': 'gopher',
        'x-forwarded-port': '1',
        forwarded: 'for=6.6.6.6',
        'x-request-id': 'chosen',
        'x-asked-place': '/chosen',
        'content-security-policy': "script-src 'nonce-chosen'",
        'content-security-policy-report-only': "script-src 'nonce-chosen'",
      },
    })
    expect(arrived[0]?.headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-real-ip': '127.0.0.1',
      'x-client-address': '127.0.0.1',
      'x-forwarded-host': 'pratiques.example.org',
      'x-forwarded-proto': 'https',
      'x-request-id': 'request-1',
    })
    expect(arrived[0]?.headers['x-asked-place']).toBe('/')
    expect(JSON.stringify(arrived[0]?.headers)).not.toMatch(/6\.6\.6\.6|evil|chosen|gopher|forwarded-port/)
  })

  it('leaves the place that was asked for, to come back to after signing in', async () => {
    await listen()
    await ask({ path: '/espace/6590/diagnostic/d?theme=usagers&critere=1.1&_rsc=1x2y' })
    await ask({ path: '//espace/6590?_rsc=1x2y' })
    expect(arrived.map(({ headers }) => headers['x-asked-place'])).toEqual([
      '/espace/6590/diagnostic/d?theme=usagers&critere=1.1', '/espace/6590',
    ])
  })

  it('is believed when our proxy wrote it', async () => {
    await listen({ trustedProxies: 1 })
    await ask({ headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } })
    expect(arrived[0]?.headers['x-client-address']).toBe('203.0.113.7')
  })

  it('never becomes the nonce, which is new for each answer and the same for page and policy', async () => {
    await listen()
    const first = await ask({})
    const second = await ask({})
    expect(first.headers['content-security-policy']).not.toBe(second.headers['content-security-policy'])
    expect(arrived[0]?.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
    expect(second.headers['x-request-id']).toBe('request-2')
  })
})

describe('A page of another site', () => {
  it.each(['/connexion', '/api/users/login'])('cannot make a browser write to %s', async (path) => {
    await listen()
    const answer = await ask({ path, body: Buffer.from('{}'), headers: { origin: 'https://evil.test' } })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('Cette demande vient d’une autre adresse que celle de la plateforme.')
    expect(arrived).toEqual([])
  })

  it('reads nothing with the person’s session, however it presents itself', async () => {
    await listen()
    await ask({ headers: { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' } })
    await ask({ headers: { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' } })
    expect(arrived.map(({ headers }) => headers['sec-fetch-site'])).toEqual(['cross-site', 'cross-site'])
  })

  it('may lead a person to us, who then is who they are', async () => {
    await listen()
    await ask({ headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })
    await ask({})
    await ask({ body: Buffer.from('{}'), headers: { origin: 'https://pratiques.example.org' } })
    expect(arrived.map(({ headers }) => headers['sec-fetch-site'])).toEqual(['same-origin', 'same-origin', 'same-origin'])
  })
})

describe('A body', () => {
  const paths = [{ path: '/api/users', bytes: usualLimit }, ...uploadLimits]

  it.each(paths)('of as many bytes as $path takes passes whole', async ({ path, bytes }) => {
    await listen()
    expect((await ask({ path, body: Buffer.alloc(bytes) })).body).toBe('handled')
    expect((await ask({ path, body: Buffer.alloc(bytes), pieces: 100_000 })).body).toBe('handled')
    expect(arrived.map((one) => one.bytes)).toEqual([bytes, bytes])
  })

  it.each(paths)('of one byte more than $path takes is refused, and nobody starts on it', async ({ path, bytes }) => {
    await listen()
    const body = Buffer.alloc(bytes + 1)
    for (const answer of [await ask({ path, body }), await ask({ path, body, pieces: 100_000 })]) {
      expect(answer.status).toBe(413)
      expect(JSON.parse(answer.body)).toEqual({
        errors: [{ code: 'BODY_TOO_LARGE', message: expect.stringContaining(`la limite est de ${bytes / 1024 / 1024}\u00a0Mo`) }],
      })
    }
    expect(arrived).toEqual([])
  })

  it('that is too large for a page is refused in plain words', async () => {
    await listen()
    const answer = await ask({ path: '/connexion', body: Buffer.alloc(usualLimit + 1) })
    expect(answer).toMatchObject({ status: 413, headers: { 'content-type': 'text/plain; charset=utf-8' } })
    expect(answer.body).toContain('trop volumineux')
  })

  it('is no larger for a path that only begins like an upload’s', async () => {
    await listen()
    expect((await ask({ path: '/api/documentsX', body: Buffer.alloc(usualLimit + 1) })).status).toBe(413)
  })
})

describe('A body that comes drop by drop', () => {
  it.each([
    ['with a length', { 'content-length': '1000' }],
    ['without one', { 'transfer-encoding': 'chunked' }],
  ])('%s is refused, and its connection closed', async (_what, headers) => {
    await listen({}, { patience: 50 })
    const { port } = server.address() as AddressInfo
    const slow = request({ port, host: '127.0.0.1', path: '/api/users', method: 'POST', headers: { host: 'pratiques.example.org', ...headers } })
    const answered = new Promise<IncomingMessage>((resolve, reject) => slow.once('response', resolve).once('error', reject))
    slow.write('{')
    const answer = await answered
    expect([answer.statusCode, answer.headers.connection]).toEqual([408, 'close'])
    expect(JSON.parse(await text(answer))).toMatchObject({ errors: [{ code: 'BODY_TOO_SLOW' }] })
    slow.destroy()
    expect(arrived).toEqual([])
  })
})

/** A body whose end does not come: what it holds, it goes on holding. */
const hold = (bytes: number, address: string) => {
  const { port } = server.address() as AddressInfo
  const headers = { host: 'pratiques.example.org', 'transfer-encoding': 'chunked', 'x-forwarded-for': address }
  const outgoing = request({ port, host: '127.0.0.1', path: '/api/users', method: 'POST', headers })
  const answer = new Promise<IncomingMessage>((resolve) => outgoing.once('response', resolve))
  outgoing.on('error', () => undefined)
  outgoing.write(Buffer.alloc(bytes))
  return { answer, end: () => outgoing.end(), drop: () => outgoing.destroy() }
}

describe('Bodies without a length', () => {
  const holding = { total: 250_000, each: 150_000 }
  const soon = () => new Promise((resolve) => setTimeout(resolve, 100))

  it('hold no more together than they may, and none more for one client; what leaves makes room', async () => {
    await listen({ trustedProxies: 1 }, { holding })
    const first = hold(100_000, '192.0.2.1')
    await soon()
    const own = await hold(100_000, '192.0.2.1').answer
    expect([own.statusCode, own.headers['retry-after']]).toEqual([503, '10'])
    expect(JSON.parse(await text(own))).toMatchObject({ errors: [{ code: 'TOO_MANY_BODIES' }] })
    const second = hold(100_000, '192.0.2.2')
    await soon()
    expect((await hold(100_000, '192.0.2.3').answer).statusCode).toBe(503)
    // Browsers say how long it is, and wait for nobody.
    expect((await ask({ path: '/api/users', body: Buffer.alloc(500_000) })).status).toBe(200)
    first.drop()
    second.end()
    expect((await second.answer).statusCode).toBe(200)
    await soon()
    const third = hold(140_000, '192.0.2.1')
    third.end()
    expect((await third.answer).statusCode).toBe(200)
    expect(arrived.map(({ bytes }) => bytes)).toEqual([500_000, 100_000, 140_000])
  })
})

describe('A request in a way that nothing answers to', () => {
  it.each([
    ['TRACE', '/api/users'], ['PROPFIND', '/api'], ['TRACE', '/'], ['PUT', '/connexion'], ['OPTIONS', '*'], ['DELETE', '/espace/1'],
  ])('%s %s is told which there are', async (method, path) => {
    await listen()
    const answer = await ask({ method, path })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toMatch(/^GET, HEAD, POST/)
    expect(arrived).toEqual([])
  })

  it('is none of those that the endpoints have', async () => {
    await listen()
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) expect((await ask({ method, path: '/api/users' })).status).toBe(200)
  })
})

describe('A page', () => {
  it('has the status that it asks for', async () => {
    await listen({}, { answer: () => answerWith(410) })
    expect(await ask({ path: '/invitation/x' })).toMatchObject({ status: 410, body: 'handled' })
  })

  it('that fails or leads elsewhere keeps what it says', async () => {
    await listen({}, {
      answer: (response) => {
        answerWith(410)
        response.statusCode = 500
      },
    })
    expect((await ask({})).status).toBe(500)
  })
})
