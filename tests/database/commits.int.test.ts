import { sql } from 'drizzle-orm'
import type { Payload, PayloadRequest } from 'payload'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'

import { databaseOf } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'

import { restClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
let databaseUrl: string
let organisation: string
let admin: string
let count = 0

beforeAll(async () => {
  ;({ payload, databaseUrl } = await testPayload())
  const system = { overrideAccess: true } as const
  organisation = (await payload.create({ collection: 'organisations', data: { name: 'Durable', timeZone: 'Europe/Paris' }, ...system })).id
  const data = { email: 'durable@demo.test', password: 'une longue phrase de passe', firstName: 'Ana', lastName: 'Le Goff', staff: 'none' as const }
  admin = (await payload.create({ collection: 'users', data, ...system })).id
  await payload.create({ collection: 'memberships', data: { organisation, user: admin, role: 'admin', themeLimits: [] }, ...system })
  const subscription = { organisation, formula: 'standard' as const, start: '2020-01-01', end: '2099-12-31', seats: 1 }
  await payload.create({ collection: 'subscriptions', data: subscription, ...system })
})

const newName = (): string => `Site ${(count += 1)}`

const create = (req: PayloadRequest, name: string) =>
  req.payload.create({ collection: 'establishments', data: { organisation, name, profile: {} }, overrideAccess: true, req })

const isThere = async (name: string): Promise<boolean> =>
  (await payload.count({ collection: 'establishments', where: { name: { equals: name } }, overrideAccess: true })).totalDocs > 0

/** Cuts the connection of this request's transaction, as PostgreSQL does when it is killed. */
const cut = async (req: PayloadRequest): Promise<void> => {
  const { rows } = await (await databaseOf(req)).execute(sql`select pg_backend_pid() as pid`)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
  await client.end()
}

describe('A commit', () => {
  it('that succeeds has written', async () => {
    const name = newName()
    await inTransaction({ payload }, (req) => create(req, name))
    expect(await isThere(name)).toBe(true)
  })

  it('whose connection was cut is told, and has written nothing', async () => {
    const name = newName()
    await expect(
      inTransaction({ payload }, async (req) => {
        await create(req, name)
        await cut(req)
      }),
    ).rejects.toThrow()
    expect(await isThere(name)).toBe(false)
  })

  it('of a transaction that had failed before is told, and has written nothing', async () => {
    const name = newName()
    await expect(
      inTransaction({ payload }, async (req) => {
        await create(req, name)
        await (await databaseOf(req)).execute(sql`select 1 / 0`).catch(() => undefined)
      }),
    ).rejects.toThrow()
    expect(await isThere(name)).toBe(false)
  })

  it('leaves the pool whole after many of them failed', async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await expect(
        inTransaction({ payload }, async (req) => {
          await create(req, newName())
          throw new Error('changed my mind')
        }),
      ).rejects.toThrow('changed my mind')
    }
    const name = newName()
    await inTransaction({ payload }, (req) => create(req, name))
    expect(await isThere(name)).toBe(true)
  })

  it('that is cut under a request is answered 503, never 201', async () => {
    const name = newName()
    const { hooks } = payload.collections.establishments.config
    const before = hooks.afterChange
    hooks.afterChange = [...before, async ({ req }) => cut(req)]
    try {
      const rest = await restClient(payload).as({ id: admin })
      const response = await rest.post('/api/establishments', { body: { organisation, name, profile: {} } })
      expect({ status: response.status, answer: await response.json() }).toMatchObject({
        status: 503,
        answer: { errors: [{ code: 'UNAVAILABLE' }] },
      })
    } finally {
      hooks.afterChange = before
    }
    expect(await isThere(name)).toBe(false)
  })
})
