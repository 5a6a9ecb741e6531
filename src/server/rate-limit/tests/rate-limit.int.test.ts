import { randomUUID } from 'node:crypto'

import { postgresAdapter, sql } from '@payloadcms/db-postgres'
import { REST_DELETE, REST_GET, REST_POST } from '@payloadcms/next/routes'
import pg from 'pg'
import { buildConfig, getPayload, type Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { inRequest } from '#server/log/request-in-hand.ts'

import { emptyDatabase } from '../../../../tests/support/empty-database.ts'
import { type LocalApi, localApi } from '../../../../tests/support/local-api.ts'
import { consume, giveBack } from '../consume.ts'
import { guardRest } from '../guard-rest.ts'
import { rateLimits, type RateLimits } from '../limits.ts'
import { rateLimitMigration } from '../migration.ts'
import { tellStorageError } from '../tell-storage-error.ts'

const secret = randomUUID()
const email = 'pilote@demo.test'

let payload: Payload
let api: LocalApi
let databaseUrl: string
let token: string

beforeAll(async () => {
  databaseUrl = await emptyDatabase()
  const config = await buildConfig({
    secret,
    telemetry: false,
    logger: { options: { level: 'silent' } },
    graphQL: { disable: true },
    hooks: { afterError: [tellStorageError] },
    db: postgresAdapter({ pool: { connectionString: databaseUrl }, idType: 'uuidv7', push: true }),
    collections: [
      { slug: 'users', auth: { maxLoginAttempts: 0 }, fields: [] },
      {
        slug: 'notes',
        access: { read: () => true, create: () => true, delete: () => true },
        fields: [{ name: 'text', type: 'textarea' }],
        hooks: {
          beforeChange: [
            ({ data }) => {
              if (data.text !== 'disk full') return data
              throw Object.assign(new Error('could not extend file'), { code: '53100' })
            },
          ],
        },
      },
      { slug: 'files', upload: { disableLocalStorage: true }, access: { create: () => true }, fields: [] },
    ],
  })
  payload = await getPayload({ config, key: 'rate-limit' })
  api = localApi({ payload })
  await payload.db.drizzle.execute(sql.raw(rateLimitMigration.up))
  await api.create({ collection: 'users', data: { email, password: 'un-mot-de-passe' } })
  const login = await api.login({ collection: 'users', data: { email, password: 'un-mot-de-passe' } })
  token = String(login.token)
})

beforeEach(async () => {
  await payload.db.drizzle.execute(sql.raw('delete from rate_limits'))
})

afterEach(() => vi.useRealTimers())

/** A process of its own: another pool, another memory. */
const anotherProcess = () => ({ secret, db: { pool: new pg.Pool({ connectionString: databaseUrl, max: 2 }) } })

const few: RateLimits = {
  ...rateLimits,
  'sign-in': { account: { points: 2, seconds: 900 }, address: { points: 4, seconds: 900 } },
  write: { account: { points: 2, seconds: 60 } },
  request: { address: { points: 3, seconds: 60 } },
}

describe('A limit', () => {
  it('is one for all processes', async () => {
    const processes = [anotherProcess(), anotherProcess()]
    const keys = { address: '192.0.2.1', account: email }
    const tries = [0, 1, 0].map((index) => ({ payload: processes[index]!, rule: 'sign-in' as const, keys, limits: few }))
    expect(await consume(tries[0]!)).toEqual({ ok: true, value: undefined })
    expect(await consume(tries[1]!)).toEqual({ ok: true, value: undefined })
    expect(await consume(tries[2]!)).toMatchObject({ ok: false, error: { code: 'TOO_MANY_REQUESTS', parameters: { minutes: 15 } } })
    for (const { db } of processes) await db.pool.end()
  })

  it('counts at once what comes at once', async () => {
    const host = anotherProcess()
    const all = Array.from({ length: 20 }, () =>
      consume({ payload: host, rule: 'request', keys: { address: '192.0.2.2' }, limits: few }),
    )
    expect((await Promise.all(all)).filter(({ ok }) => ok)).toHaveLength(3)
    await host.db.pool.end()
  })

  it('opens again when its window is over, and says so in whole minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z') })
    const host = anotherProcess()
    const attempt = () => consume({ payload: host, rule: 'write', keys: { account: 'users u1' }, limits: few })
    await attempt()
    await attempt()
    vi.setSystemTime(new Date('2026-11-23T12:00:59Z'))
    expect(await attempt()).toMatchObject({ ok: false, error: { parameters: { minutes: 1 } } })
    vi.setSystemTime(new Date('2026-11-23T12:01:01Z'))
    expect(await attempt()).toMatchObject({ ok: true })
    await host.db.pool.end()
  })

  it('of an account is not used up by a flood from one address', async () => {
    const limits: RateLimits = { ...few, 'sign-in': { account: { points: 5, seconds: 900 }, address: { points: 1, seconds: 900 } } }
    const from = (address: string) => consume({ payload, rule: 'sign-in', keys: { address, account: email }, limits })
    for (let attempt = 0; attempt < 10; attempt += 1) await from('192.0.2.3')
    expect(await from('192.0.2.4')).toMatchObject({ ok: true })
  })

  it('takes all unknown addresses for one', async () => {
    const attempt = () => consume({ payload, rule: 'request', keys: {}, limits: few })
    for (let count = 0; count < 3; count += 1) await attempt()
    expect(await attempt()).toMatchObject({ ok: false })
  })

  it('starts anew for an account that signed in, and gives its address the point back', async () => {
    const use = { payload, rule: 'sign-in' as const, keys: { address: '192.0.2.5', account: 'consultant@demo.test' }, limits: few }
    for (let signIn = 0; signIn < 10; signIn += 1) {
      expect(await consume(use)).toMatchObject({ ok: true })
      await giveBack(use)
    }
  })

  it('leaves nothing in the database that tells whom it counts', async () => {
    await consume({ payload, rule: 'sign-in', keys: { address: '192.0.2.6', account: email } })
    const { rows } = await payload.db.drizzle.execute(sql.raw('select key from rate_limits'))
    expect(rows).toHaveLength(2)
    const text = JSON.stringify(rows)
    for (const word of ['192.0.2.6', 'pilote', 'demo.test']) expect(text).not.toContain(word)
  })

  it('refuses everything while the database is down', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
    const refused = await consume({ payload: { secret, db: { pool } }, rule: 'sign-in', keys: { account: email } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
    await pool.end()
  })

  it('refuses everything while its table is missing', async () => {
    const pool = new pg.Pool({ connectionString: await emptyDatabase() })
    const refused = await consume({ payload: { secret, db: { pool } }, rule: 'request', keys: {} })
    expect(refused).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
    await pool.end()
  })
})

type Sent = { readonly path: string; readonly method?: string; readonly body?: BodyInit; readonly headers?: Record<string, string>; readonly address?: string }

const handlers = () => ({ GET: REST_GET(payload.config), POST: REST_POST(payload.config), DELETE: REST_DELETE(payload.config) })

const send = async ({ path, method = 'GET', body, headers = {}, address = '192.0.2.100' }: Sent, limits: RateLimits = few) => {
  const url = new URL(path, 'http://127.0.0.1:3000')
  const slug = url.pathname.split('/').filter(Boolean).slice(1).map(decodeURIComponent)
  const handler = method === 'POST' ? handlers().POST : method === 'DELETE' ? handlers().DELETE : handlers().GET
  const guarded = guardRest(handler, { payload: async () => payload, limits })
  const request = new Request(url, { method, body, headers: { 'x-client-address': address, ...headers } })
  const response = await guarded(request, { params: Promise.resolve({ slug }) })
  const answer: unknown = JSON.parse(await response.text())
  return { status: response.status, answer, retryAfter: response.headers.get('retry-after') }
}

const asJson = (value: object) => ({ body: JSON.stringify(value), headers: { 'content-type': 'application/json' } })

/** An account of its own: a process remembers whom it has shut out, whatever the next test empties. */
const anAccount = async () => {
  const own = `${randomUUID()}@demo.test`
  await api.create({ collection: 'users', data: { email: own, password: 'un-mot-de-passe' } })
  return own
}

const signIn = (password: string, address: string, account = email) =>
  send({ path: '/api/users/login', method: 'POST', address, ...asJson({ email: account, password }) })

const refusedWith = (status: number, code: string) => ({
  status,
  answer: { errors: [{ code, message: expect.stringMatching(/^\p{Lu}.+\.$/u) }] },
})

describe('The guard of the API', () => {
  it('lets through what is within the limits', async () => {
    expect(await send({ path: '/api/notes' })).toMatchObject({ status: 200, answer: { docs: [] } })
    const created = await send({ path: '/api/notes', method: 'POST', ...asJson({ text: 'é' }) })
    expect(created).toMatchObject({ status: 201, answer: { doc: { text: 'é' } } })
  })

  it('stops guesses at one account from many addresses, with a sentence and when to come back', async () => {
    expect(await signIn('faux', '192.0.2.11')).toMatchObject({ status: 401 })
    expect(await signIn('faux', '192.0.2.12')).toMatchObject({ status: 401 })
    const refused = await signIn('un-mot-de-passe', '192.0.2.13')
    expect(refused).toMatchObject({ ...refusedWith(429, 'TOO_MANY_REQUESTS'), retryAfter: '900' })
  })

  it('stops guesses at many accounts from one address', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await signIn('faux', '192.0.2.14', `${name}@demo.test`)
    expect(await signIn('faux', '192.0.2.14', 'e@demo.test')).toMatchObject(refusedWith(429, 'TOO_MANY_REQUESTS'))
  })

  it('counts the admin’s form, another spelling of the path and of the address alike', async () => {
    const own = await anAccount()
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email: own.toUpperCase(), password: 'faux' }))
    expect(await send({ path: '/api/users/login', method: 'POST', body: form, address: '192.0.2.15' })).toMatchObject({ status: 401 })
    const spelt = { path: '/api/users/LogIn', method: 'POST', address: '192.0.2.16', ...asJson({ email: own, password: 'faux' }) }
    expect(await send(spelt)).toMatchObject({ status: 401 })
    expect(await signIn('faux', '192.0.2.17', own)).toMatchObject(refusedWith(429, 'TOO_MANY_REQUESTS'))
  })

  it('does not count people who sign in rightly, however often', async () => {
    const own = await anAccount()
    for (let count = 0; count < 6; count += 1) {
      expect(await signIn('un-mot-de-passe', '192.0.2.18', own)).toMatchObject({ status: 200 })
    }
  })

  it('refuses a sign-in that names nobody, whom it could not count', async () => {
    const sent = { path: '/api/users/login', method: 'POST', ...asJson({ password: 'x' }) }
    expect(await send(sent)).toMatchObject(refusedWith(422, 'INVALID_INPUT'))
  })

  it('never lets the API make the first user', async () => {
    const sent = { method: 'POST', ...asJson({ email: 'x@demo.test', password: 'x' }) }
    for (const path of ['/api/users/first-register', '/api/users/FIRST-register/', '/api/users/first%2Dregister']) {
      expect(await send({ path, ...sent })).toMatchObject(refusedWith(403, 'FORBIDDEN'))
    }
    const { totalDocs } = await api.count({ collection: 'users', where: { email: { equals: 'x@demo.test' } } })
    expect(totalDocs).toBe(0)
  })

  it.each(['forgot-password', 'reset-password', 'verify/abc'])('leaves new passwords to our own pages: %s', async (action) => {
    const sent = { path: `/api/users/${action}`, method: 'POST', ...asJson({ email, token: 'x', password: 'x' }) }
    expect(await send(sent)).toMatchObject(refusedWith(403, 'FORBIDDEN'))
  })

  it.each(['/api/nothing', '/api/payload-migrations'])('says in French that %s leads nowhere', async (path) => {
    expect(await send({ path })).toMatchObject(refusedWith(404, 'NOT_FOUND'))
  })

  it('counts the writes of a person together, wherever they come from, and nobody else’s', async () => {
    const write = (address: string, authorization?: string) =>
      send({
        path: '/api/notes',
        method: 'POST',
        address,
        body: '{"text":"x"}',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      })
    expect(await write('192.0.2.19', `JWT ${token}`)).toMatchObject({ status: 201 })
    expect(await write('192.0.2.20', `JWT ${token}`)).toMatchObject({ status: 201 })
    expect(await write('192.0.2.21', `JWT ${token}`)).toMatchObject({ ...refusedWith(429, 'TOO_MANY_REQUESTS'), retryAfter: '60' })
    expect(await write('192.0.2.21')).toMatchObject({ status: 201 })
  })

  it('counts everything else by address', async () => {
    for (let count = 0; count < 3; count += 1) await send({ path: '/api/notes', address: '192.0.2.22' })
    expect(await send({ path: '/api/notes', address: '192.0.2.22' })).toMatchObject(refusedWith(429, 'TOO_MANY_REQUESTS'))
    expect(await send({ path: '/api/notes', address: '192.0.2.23' })).toMatchObject({ status: 200 })
  })

  it('refuses too large a body, and nothing of it is stored', async () => {
    const { totalDocs } = await api.count({ collection: 'notes' })
    const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
    const refused = await send({ path: '/api/notes', method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(refused).toMatchObject(refusedWith(413, 'BODY_TOO_LARGE'))
    expect(await api.count({ collection: 'notes' })).toEqual({ totalDocs })
  })

  it('hands an uploaded file on to the byte', async () => {
    const form = new FormData()
    const bytes = new Uint8Array(2 * 1024 * 1024).map((_byte, index) => 97 + (index % 26))
    form.set('file', new Blob([bytes], { type: 'text/plain' }), 'notes.txt')
    form.set('_payload', '{}')
    const sent = await send({ path: '/api/files', method: 'POST', body: form })
    expect(sent).toMatchObject({ status: 201, answer: { doc: { filename: 'notes.txt', filesize: bytes.length } } })
  })

  it('refuses a query that is no JSON where one is awaited', async () => {
    expect(await send({ path: '/api/notes?where={"text":' })).toMatchObject(refusedWith(422, 'INVALID_INPUT'))
  })

  it('tells a full disk from a mistake', async () => {
    const sent = { path: '/api/notes', method: 'POST', ...asJson({ text: 'disk full' }) }
    expect(await send(sent)).toMatchObject(refusedWith(507, 'STORAGE_FULL'))
  })

  it('refuses everything while the database is down', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
    const handler = vi.fn(async () => new Response('reached'))
    const down = { secret, config: payload.config, db: { pool } }
    const guarded = guardRest(handler, { payload: async () => down })
    const response = await guarded(new Request('http://127.0.0.1:3000/api/notes'), undefined)
    expect({ status: response.status, answer: await response.json() }).toMatchObject(refusedWith(503, 'UNAVAILABLE'))
    expect(response.headers.get('retry-after')).toBe('30')
    expect(handler).not.toHaveBeenCalled()
    await pool.end()
  })

  it('tells a database that goes away underneath the handler', async () => {
    const gone = async () => {
      throw Object.assign(new Error('terminating connection'), { code: '57P01' })
    }
    const response = await guardRest(gone, { payload: async () => payload })(new Request('http://127.0.0.1:3000/api/notes'), undefined)
    expect(response.status).toBe(503)
  })

  it('tells a mistake of ours with a code and a sentence, and leaves its line in the log', async () => {
    const mistaken = async () => {
      throw new TypeError('a mistake')
    }
    const guarded = guardRest(mistaken, { payload: async () => payload })
    const lines: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const request = new Request('http://127.0.0.1:3000/api/notes')
    const response = await inRequest({ id: 'r-1', method: 'GET', path: '/api/notes' }, () => guarded(request, undefined)).finally(() => write.mockRestore())
    expect({ status: response.status, answer: await response.json() }).toMatchObject(refusedWith(500, 'UNEXPECTED'))
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ requestId: 'r-1', code: 'UNEXPECTED', err: expect.objectContaining({ message: 'a mistake', stack: expect.stringContaining('mistaken') }) }),
    ])
  })
})
