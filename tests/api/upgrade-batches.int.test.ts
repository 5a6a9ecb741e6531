import { randomUUID } from 'node:crypto'

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { batchesEndpoint, startBatchEndpoint, usageSimulationEndpoint } from '#server/diagnostics/upgrade/batch-endpoints.ts'
import { performUpgrades } from '#server/diagnostics/upgrade/perform-upgrades.ts'
import { migrateJobs } from '#server/jobs/queue.ts'

import { buildWorld, roles } from '../isolation/world.ts'
import type { Role, Side, World } from '../isolation/world.ts'
import { firstVersion, publishVersions, secondVersion } from '../support/essai-versions.ts'
import { tokenFor } from '../support/sign-in.ts'
import { testPayload } from '../support/test-payload.ts'

const referentiel = 'essai-de-lot'
let world: World
let home: Side
let abroad: Side
let first: string
let second: string
const tokens = new Map<string, string>()
type Who = Role | 'platform' | 'nobody'

const query = async (text: string): Promise<readonly Record<string, unknown>[]> => (await world.payload.db.drizzle.execute(text)).rows
const payloadOf = async () => world.payload

type Ask = { readonly as: Who; readonly side?: Side }
type Reply = { readonly status: number; readonly body: Awaited<ReturnType<Response['json']>> }

const asked = async (endpoint: (request: Request, context: unknown) => Promise<Response>, address: string, { as, side = home }: Ask, body?: unknown): Promise<Reply> => {
  const token = as === 'platform' ? tokens.get('platform') : tokens.get(`${side.name} ${as}`)
  const request = new Request(`http://127.0.0.1:3000/api/upgrades${address}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `JWT ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await endpoint(request, undefined)
  return { status: response.status, body: await response.json() }
}

const start = (audience: object, options: Ask, revision = second) => asked(startBatchEndpoint(payloadOf), '', options, { revision, audience })
const progress = (address: string, options: Ask) => asked(batchesEndpoint(payloadOf), address, options)
const simulation = (options: Ask, address = `/simulation?referentiel=${referentiel}&version=2.0.0`) => asked(usageSimulationEndpoint(payloadOf), address, options)

const newDiagnostic = async (side: Side, establishment?: string): Promise<string> => {
  const { id } = await world.payload.db.create({
    collection: 'diagnostics',
    data: { organisation: side.organisation, campaign: side.campaign, revision: first, referentiel, rulesVersion: '1.0.0', scopeLabel: 'Essai', profile: {}, state: 'open', establishment },
  })
  const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }
  for (const question of ['a1', 'b1']) {
    await world.payload.db.create({ collection: 'answers', data: { organisation: side.organisation, diagnostic: id, question, grid: 0, value: '3', source: 'typed', revision: 1, ...times } })
  }
  return String(id)
}

const establishment = async (side: Side): Promise<string> =>
  String((await world.payload.db.create({ collection: 'establishments', data: { organisation: side.organisation, name: randomUUID(), profile: {} } })).id)

const states = async () =>
  Object.fromEntries((await query(`select state, count(*)::int as count from upgrade_steps group by state order by state`)).map(({ state, count }) => [state, count]))

const running = () => new AbortController().signal

beforeAll(async () => {
  const { payload, databaseUrl } = await testPayload()
  await migrateJobs({ databaseUrl })
  world = await buildWorld(payload)
  ;[home, abroad] = world.sides
  for (const side of world.sides) for (const role of roles) tokens.set(`${side.name} ${role}`, await tokenFor(payload, side.people[role]))
  tokens.set('platform', await tokenFor(payload, world.platform))
  const [one = '', two = ''] = await publishVersions(payload, referentiel, [firstVersion(referentiel), secondVersion(referentiel)])
  first = one
  second = two
}, 120_000)

beforeEach(async () => {
  await query('delete from upgrade_batches')
  await query('delete from jobs.job')
  await query(`update diagnostics set state = 'archived' where referentiel = '${referentiel}' and state = 'open'`)
})

describe('A version proposed by a network', () => {
  it('is tried out on its members’ diagnostics and leaves the word to each organisation', async () => {
    const [own, foreign] = [await newDiagnostic(home), await newDiagnostic(abroad)]
    const { status, body } = await start({ network: home.network }, { as: 'head' })
    expect([status, body.diagnostics]).toEqual([200, 1])
    expect(await query(`select name, data from jobs.job`)).toEqual([{ name: 'upgrade-diagnostics', data: { batch: body.batch } }])
    expect(await performUpgrades({ payload: world.payload, signal: running() }, body.batch)).toEqual({ simulated: 1, moved: 0, failed: 0 })
    expect(await query(`select state from diagnostics where id in ('${own}', '${foreign}')`)).toEqual([{ state: 'open' }, { state: 'open' }])
    expect((await progress(`?network=${home.network}`, { as: 'head' })).body.batches).toEqual([
      { batch: body.batch, referentiel, version: '2.0.0', waiting: 0, proposed: 1, confirmed: 0, moved: 0, failed: 0, answers: { carried: 0, toConfirm: 2, setAside: 0 } },
    ])
  })
})

describe('An organisation that takes all its diagnostics along', () => {
  it('moves each of them, and an interrupted job goes on where it stopped', async () => {
    const old = [await newDiagnostic(home), ...(await Promise.all([1, 2, 3].map(async () => newDiagnostic(home, await establishment(home)))))]
    const { body } = await start({ organisation: home.organisation }, { as: 'admin' })
    expect(body.diagnostics).toBe(4)
    const stopping = new AbortController()
    const { payload } = world
    // The worker is told to stop as soon as one diagnostic has moved.
    const watched = new Proxy(payload, { get: (target, name) => {
      if (name === 'db') void query(`select 1 from upgrade_steps where state = 'moved'`).then((rows) => rows.length > 0 && stopping.abort())
      return Reflect.get(target, name)
    } })
    await performUpgrades({ payload: watched, signal: stopping.signal }, body.batch).catch(() => undefined)
    const { moved: before = 0 } = await states()
    const rest = await performUpgrades({ payload, signal: running() }, body.batch)
    expect(Number(before) + rest.moved).toBe(4)
    expect(await states()).toEqual({ moved: 4 })
    expect(await query(`select d.state, count(*)::int as count, count(n.id)::int as successors from diagnostics d left join diagnostics n on n.replaces_id = d.id
      where d.id in ('${old.join("','")}') group by d.state`)).toEqual([{ state: 'replaced', count: 4, successors: 4 }])
    expect(await performUpgrades({ payload, signal: running() }, body.batch)).toEqual({ simulated: 0, moved: 0, failed: 0 })
  })

  it('moves nothing once the subscription is over', async () => {
    const until = (end: string) => world.payload.update({ collection: 'subscriptions', where: { organisation: { equals: home.organisation } }, data: { end }, overrideAccess: true })
    await newDiagnostic(home)
    await until('2026-01-02')
    const { body } = await start({ organisation: home.organisation }, { as: 'admin' })
    expect(body.errors[0].code).toBe('SUBSCRIPTION_ENDED')
    expect(await query('select 1 from upgrade_batches')).toEqual([])
    await until('2099-01-01')
  })

  it('two workers at once move each once', async () => {
    await Promise.all([1, 2, 3, 4].map(async () => newDiagnostic(home, await establishment(home))))
    const { body } = await start({ organisation: home.organisation }, { as: 'admin' })
    await Promise.all([1, 2].map(() => performUpgrades({ payload: world.payload, signal: running() }, body.batch)))
    expect(await states()).toEqual({ moved: 4 })
    expect(await query(`select count(*)::int as open from diagnostics where referentiel = '${referentiel}' and state = 'open'`)).toEqual([{ open: 4 }])
  })

  it('notes one that was closed meanwhile, and goes on with the others', async () => {
    const [closed] = [await newDiagnostic(home), await newDiagnostic(home, await establishment(home))]
    const { body } = await start({ organisation: home.organisation }, { as: 'admin' })
    await query(`update diagnostics set state = 'validated' where id = '${closed}'`)
    expect(await performUpgrades({ payload: world.payload, signal: running() }, body.batch)).toEqual({ simulated: 0, moved: 1, failed: 1 })
    expect(await query(`select summary from upgrade_steps where state = 'failed'`)).toEqual([{ summary: { reason: 'DIAGNOSTIC_LOCKED' } }])
  })
})

describe('What staff see of a version', () => {
  it('is figures over the diagnostics of older versions, and of whom is not told', async () => {
    const ids = [await newDiagnostic(home), await newDiagnostic(abroad)]
    const { status, body } = await simulation({ as: 'cress' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ diagnostics: 2, tried: 2, answers: { carried: 0, toConfirm: 4, setAside: 0 }, setAside: [] })
    expect(body.each).toHaveLength(2)
    const text = JSON.stringify(body)
    for (const secret of [...ids, home.organisation, abroad.organisation, 'Organisation', 'Essai"']) expect(text).not.toContain(secret)
  })

  it('is told of a référentiel and a version that there is', async () => {
    expect((await simulation({ as: 'cress' }, '/simulation?referentiel=inconnu')).status).toBe(404)
    expect((await simulation({ as: 'cress' }, '/simulation')).status).toBe(422)
  })
})

describe('The walls', () => {
  const tries: Readonly<Record<string, { readonly may: readonly Who[]; readonly at: (side: Side) => (options: Ask) => Promise<Reply>; readonly abroad?: true }>> = {
    'propose to a network': { may: ['head'], at: ({ network }) => (options) => start({ network }, options) },
    'see a network’s batches': { may: ['head'], at: ({ network }) => (options) => progress(`?network=${network}`, options) },
    'take an organisation along': { may: ['admin'], at: ({ organisation }) => (options) => start({ organisation }, options) },
    'see an organisation’s batches': { may: ['admin'], at: ({ organisation }) => (options) => progress(`?organisation=${organisation}`, options) },
    'propose to everybody': { may: ['platform'], at: () => (options) => start({ platform: true }, options), abroad: true },
    'see the platform’s batches': { may: ['platform'], at: () => (options) => progress('?platform=true', options), abroad: true },
    'try a version out': { may: ['cress', 'platform'], at: () => simulation, abroad: true },
  }

  it.each(Object.keys(tries))('%s is for whom it is for at home, and for nobody abroad', async (name) => {
    const { may, at, abroad: isEverywhere } = tries[name]!
    for (const as of [...roles, 'platform', 'nobody'] as const) {
      expect([as, (await at(home)({ as })).status === 200]).toEqual([as, may.includes(as)])
      const before = await query('select count(*) from upgrade_batches')
      const { status } = await at(abroad)({ as })
      const isAllowed = isEverywhere === true && may.includes(as)
      expect([as, status === 200]).toEqual([as, isAllowed])
      if (!isAllowed) expect(await query('select count(*) from upgrade_batches')).toEqual(before)
    }
  })

  it('know no audience and no version that is not there', async () => {
    expect((await start({}, { as: 'admin' })).status).toBe(422)
    expect((await start({ network: home.network, organisation: home.organisation }, { as: 'head' })).status).toBe(422)
    expect((await start({ organisation: home.organisation }, { as: 'admin' }, randomUUID())).status).toBe(404)
    expect((await progress('', { as: 'admin' })).status).toBe(422)
  })
})
