import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { buildWorld } from '../isolation/world.ts'
import type { Side, World } from '../isolation/world.ts'
import { restClient } from '../support/rest-client.ts'
import type { RestClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
let world: World
let home: Side
let rest: RestClient

beforeAll(async () => {
  ;({ payload } = await testPayload())
  world = await buildWorld(payload)
  ;[home] = world.sides
  rest = await restClient(payload).as(home.people.admin)
}, 120_000)

const told = async (response: Response): Promise<readonly unknown[]> => {
  const body: unknown = await response.json()
  return [response.status, body]
}

const errorOf = (code: string, message: unknown = expect.any(String)) => expect.objectContaining({ errors: [expect.objectContaining({ code, message })] })

describe('a value that one may not change', () => {
  it.each([
    ['the number of the organisation', () => `/api/organisations/${home.organisation}`, { number: 999_999 }, 'Numéro'],
    ['a diagnostic’s state', () => `/api/diagnostics/${home.diagnostic}`, { state: 'validated' }, 'État'],
    ['a diagnostic’s subset', () => `/api/diagnostics/${home.diagnostic}`, { subset: 'autre' }, 'Sous-ensemble'],
    ['one’s own address', () => `/api/users/${home.people.admin.id}`, { email: 'autre@demo.test' }, 'Adresse e-mail'],
  ])('%s is refused by its name, not dropped without a word', async (_what, path, body, label) => {
    expect(await told(await rest.patch(path(), { body }))).toEqual([403, errorOf('FIELD_FIXED', expect.stringContaining(`«\u202f${label}\u202f»`))])
  })

  it('passes when it is what stands there, as a whole form sends it', async () => {
    const stored = await payload.findByID({ collection: 'organisations', id: home.organisation, overrideAccess: true })
    const response = await rest.patch(`/api/organisations/${home.organisation}`, { body: { ...stored, sector: 'Culture' } })
    expect(await told(response)).toEqual([200, expect.objectContaining({ doc: expect.objectContaining({ sector: 'Culture' }) })])
  })
})

describe('a diagnostic’s profile', () => {
  const patch = (profile: unknown) => rest.patch(`/api/diagnostics/${home.diagnostic}`, { body: { profile } })

  it('holds no field that its référentiel does not have', async () => {
    expect(await told(await patch({ inventé: ['x'] }))).toEqual([422, errorOf('INVALID_INPUT', expect.stringContaining('inventé'))])
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_value, index) => [`cle${index}`, ['x']]))
    expect((await patch(many)).status).toBe(422)
    expect((await patch({})).status).toBe(200)
  })
})

describe('the campaign before a campaign', () => {
  const campaign = async (label: string, previous?: string): Promise<string> => {
    const data = { organisation: home.organisation, label, startOn: '2026-01-01', endOn: '2026-12-31', previous, state: 'running' }
    return (await payload.create({ collection: 'campaigns', data, overrideAccess: true })).id
  }
  const follow = (id: string, previous: string | null) => rest.patch(`/api/campaigns/${id}`, { body: { previous } })

  it('is never itself, nor one that comes after', async () => {
    const first = await campaign('Première')
    const second = await campaign('Deuxième', first)
    const third = await campaign('Troisième', second)
    for (const previous of [first, second, third]) {
      expect(await told(await follow(first, previous))).toEqual([422, errorOf('INVALID_INPUT', expect.stringContaining('Campagne précédente'))])
    }
    expect((await follow(third, first)).status).toBe(200)
    expect((await follow(third, null)).status).toBe(200)
  })

  it('and its days are of years that somebody may mean', async () => {
    const id = await campaign('Datée')
    for (const startOn of ['0202-01-01', '1999-12-31', '2101-01-01']) {
      expect((await rest.patch(`/api/campaigns/${id}`, { body: { startOn } })).status).toBe(400)
    }
  })
})

describe('what was validated or archived', () => {
  const state = (collection: 'diagnostics' | 'campaigns', id: string, word: string) =>
    payload.update({ collection, id, data: { state: word }, overrideAccess: true })

  it('keeps its profile, its perimeter and its dates', async () => {
    for (const word of ['validated', 'archived', 'replaced']) {
      await state('diagnostics', home.diagnostic, word)
      for (const body of [{ scopeLabel: 'Autre' }, { profile: { inventé: ['x'] } }, { profile: null, scopeLabel: 'Autre' }]) {
        expect((await rest.patch(`/api/diagnostics/${home.diagnostic}`, { body })).status).toBeGreaterThanOrEqual(400)
      }
      expect(await told(await rest.patch(`/api/diagnostics/${home.diagnostic}`, { body: { scopeLabel: 'Autre' } }))).toEqual([409, errorOf('DIAGNOSTIC_LOCKED')])
    }
    await state('diagnostics', home.diagnostic, 'open')
    expect((await rest.patch(`/api/diagnostics/${home.diagnostic}`, { body: { scopeLabel: 'Autre' } })).status).toBe(200)

    for (const word of ['validated', 'archived']) {
      await state('campaigns', home.campaign, word)
      for (const body of [{ label: 'Autre' }, { startOn: '2020-01-01' }, { assemblyOn: '2026-06-01' }]) {
        expect(await told(await rest.patch(`/api/campaigns/${home.campaign}`, { body }))).toEqual([409, errorOf('CAMPAIGN_LOCKED')])
      }
    }
    await state('campaigns', home.campaign, 'running')
    expect((await rest.patch(`/api/campaigns/${home.campaign}`, { body: { label: 'Autre' } })).status).toBe(200)
  })

  it('is made so by its own acts alone, never by who begins it', async () => {
    const days = { startOn: '2026-01-01', endOn: '2026-12-31' }
    const begun = await rest.post('/api/campaigns', { body: { organisation: home.organisation, label: 'Close d’avance', ...days, state: 'archived' } })
    const { docs } = await payload.find({ collection: 'campaigns', where: { label: { equals: 'Close d’avance' } }, overrideAccess: true })
    expect([begun.status < 400, ...docs.map(({ state: word }) => word)]).toEqual(begun.status < 400 ? [true, 'running'] : [false])
    expect((await rest.patch(`/api/campaigns/${home.campaign}`, { body: { state: 'archived' } })).status).toBe(403)
  })
})

describe('once the subscription is over', () => {
  const until = (end: string) =>
    payload.update({ collection: 'subscriptions', where: { organisation: { equals: home.organisation } }, data: { end }, overrideAccess: true })

  it('nothing of the organisation changes by any way, and people still leave and are taken out', async () => {
    const { id: establishment } = await payload.create({
      collection: 'establishments', data: { organisation: home.organisation, name: 'Siège', profile: {} }, overrideAccess: true,
    })
    const memberships = await payload.find({ collection: 'memberships', where: { organisation: { equals: home.organisation } }, overrideAccess: true })
    const ofReader = memberships.docs.find(({ role }) => role === 'reader')?.id ?? ''
    const ofContributor = memberships.docs.find(({ role }) => role === 'contributor')?.id ?? ''
    await until('2020-12-31')
    try {
      const tries = [
        await rest.patch(`/api/organisations/${home.organisation}`, { body: { sector: 'Autre' } }),
        await rest.post('/api/establishments', { body: { organisation: home.organisation, name: 'Antenne', profile: {} } }),
        await rest.patch(`/api/establishments/${establishment}`, { body: { name: 'Autre' } }),
        await rest.delete(`/api/establishments/${establishment}`),
        await rest.post('/api/campaigns', { body: { organisation: home.organisation, label: 'Après', startOn: '2026-01-01', endOn: '2026-12-31' } }),
        await rest.patch(`/api/campaigns/${home.campaign}`, { body: { label: 'Autre' } }),
        await rest.patch(`/api/diagnostics/${home.diagnostic}`, { body: { scopeLabel: 'Autre' } }),
        await rest.patch(`/api/memberships/${ofReader}`, { body: { role: 'admin' } }),
      ]
      for (const response of tries) expect(await told(response)).toEqual([403, errorOf('SUBSCRIPTION_ENDED')])

      const network = await payload.find({ collection: 'network-memberships', where: { organisation: { equals: home.organisation } }, overrideAccess: true })
      const still = [
        await rest.get(`/api/diagnostics/${home.diagnostic}`),
        await rest.patch(`/api/users/${home.people.admin.id}`, { body: { firstName: 'Jeanne' } }),
        await rest.patch(`/api/network-memberships/${network.docs[0]?.id}`, { body: { sharing: 'counters' } }),
        await rest.delete(`/api/memberships/${ofReader}`),
        await (await restClient(payload).as(home.people.contributor)).delete(`/api/memberships/${ofContributor}`),
        await (await restClient(payload).as(world.platform)).patch(`/api/organisations/${home.organisation}`, { body: { sector: 'Remis en ordre' } }),
      ]
      expect(still.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    } finally {
      await until('2099-12-31')
    }
  })
})
