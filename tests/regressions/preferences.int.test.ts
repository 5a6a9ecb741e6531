import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { buildWorld } from '../isolation/world.ts'
import type { World } from '../isolation/world.ts'
import { restClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
let world: World

beforeAll(async () => {
  ;({ payload } = await testPayload())
  world = await buildWorld(payload)
}, 120_000)

const kept = async (): Promise<number> => (await payload.count({ collection: 'payload-preferences', overrideAccess: true })).totalDocs

describe('preferences of the admin', () => {
  it('are kept for the team of the platform', async () => {
    const rest = await restClient(payload).as(world.platform)
    const response = await rest.post('/api/payload-preferences/nav', { body: { value: { open: true } } })
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ doc: expect.objectContaining({ value: { open: true } }) })])
  })

  it('are no store for members, by any way', async () => {
    const rest = await restClient(payload).as(world.sides[0].people.admin)
    const before = await kept()
    const tries = [
      await rest.post('/api/payload-preferences/plein', { body: { value: 'x' } }),
      await rest.post('/api/payload-preferences', { body: { key: 'plein', value: 'x' } }),
    ]
    expect([...tries.map(({ status }) => status), await kept()]).toEqual([403, 403, before])
  })

  it('are small, and few', async () => {
    const rest = await restClient(payload).as(world.platform)
    const before = await kept()
    const tries = [
      await rest.post('/api/payload-preferences/grand', { body: { value: 'x'.repeat(500_000) } }),
      await rest.post(`/api/payload-preferences/${'k'.repeat(3000)}`, { body: { value: 1 } }),
      await rest.post('/api/payload-preferences', { body: { key: 'grand', value: 'x'.repeat(500_000) } }),
    ]
    expect([...tries.map(({ status }) => status), await kept()]).toEqual([400, 400, 400, before])
    for (let index = before; index < 200; index += 1) await rest.post(`/api/payload-preferences/k${index}`, { body: { value: 1 } })
    const [full, again] = [
      await rest.post('/api/payload-preferences/une-de-plus', { body: { value: 1 } }),
      await rest.post('/api/payload-preferences/nav', { body: { value: { open: false } } }),
    ]
    expect([full.status, again.status, await kept()]).toEqual([400, 200, 200])
  })
})
