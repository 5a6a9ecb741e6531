import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, it } from 'vitest'

import { simulationResult } from '#plugins/referentiels/exports/studio-contract.ts'

import { buildWorld, type World } from '../isolation/world.ts'
import { firstVersion, publishVersions, secondVersion } from '../support/essai-versions.ts'
import { testPayload } from '../support/test-payload.ts'
import { base, importDraft, rowOf, set, type StudioClient, studioClient } from './studio-client.ts'

const referentiel = 'essai-du-studio'
let world: World
let author: StudioClient
let head: StudioClient
let first: string

const rows = async (statement: ReturnType<typeof sql>) => (await world.payload.db.drizzle.execute(statement)).rows

/** A diagnostic on the first version with the answers a1 = 4, a2 = 3, b1 = 4, b2 = 2. */
const diagnostic = async (): Promise<string> => {
  const { organisation, campaign } = world.sides[0]
  const { id } = await world.payload.db.create({
    collection: 'diagnostics',
    data: { organisation, campaign, revision: first, referentiel, rulesVersion: '1.0.0', scopeLabel: 'Essai', profile: {}, state: 'open' },
  })
  for (const [question, value] of [['a1', '4'], ['a2', '3'], ['b1', '4'], ['b2', '2']] as const) {
    await rows(sql`insert into answers (id, organisation_id, diagnostic_id, question, grid, value, source, revision, updated_at, created_at)
      values (${randomUUID()}::uuid, ${organisation}::uuid, ${String(id)}::uuid, ${question}, 0, to_jsonb(${value}::text), 'typed', 1, now(), now())`)
  }
  return String(id)
}

const simulate = async (draft: string, client: StudioClient = author) => {
  const response = await client.rest.get(`${base}/drafts/${draft}/simulation`)
  return { status: response.status, body: await response.json() as unknown }
}

const written = () => rows(sql`
  select to_jsonb(d)::text as row from diagnostics d union all select to_jsonb(a)::text from answers a union all select to_jsonb(s)::text from assessments s order by 1`)

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  author = await studioClient(payload, world.sides[0].people.cress)
  head = await studioClient(payload, world.sides[0].people.head)
  first = (await publishVersions(payload, referentiel, [firstVersion(referentiel)]))[0] ?? ''
  await diagnostic()
}, 120_000)

describe('A draft tried out on the diagnostics that exist', () => {
  it('tells what would be carried, confirmed and left, and each figure before and after, and writes nothing', async () => {
    const draft = await importDraft(world.payload, JSON.stringify(secondVersion(referentiel)))
    const before = await written()
    const { status, body } = await simulate(draft)
    expect(status).toBe(200)
    expect(simulationResult.parse(body).simulation).toMatchObject({
      version: '2.0.0',
      diagnostics: 1,
      tried: 1,
      answers: { carried: 1, toConfirm: 3, setAside: 0 },
      setAside: [],
      each: [{
        empty: 1,
        complete: { before: 1, after: 0.8 },
        changes: [{ axis: 'Thème', label: 'Thème A', before: 3.5, after: 11 / 3, isBroken: false }],
      }],
    })
    expect(await written()).toEqual(before)
    await author.rest.delete(`${base}/drafts/${draft}`)
  })

  it('says what would stay behind, with its old title, as soon as the author removes it', async () => {
    const draft = await importDraft(world.payload, JSON.stringify({ ...firstVersion(referentiel), version: '1.1.0' }))
    const { id, revision } = rowOf(await author.open(draft), 'b2')
    await author.apply(draft, [{ kind: 'remove', row: id, base: revision }])
    const { body } = await simulate(draft)
    const { simulation } = simulationResult.parse(body)
    expect(simulation).toMatchObject({ version: '2.0.0', answers: { carried: 3, setAside: 1 }, setAside: [{ code: 'b2', title: 'Critère b2', rows: 1 }] })
    expect(simulation?.each[0]?.changes).toEqual([{ axis: 'Thème', label: 'Thème B', before: 3, after: 4, isBroken: false }])
    await author.rest.delete(`${base}/drafts/${draft}`)
  })

  it('is not tried while an error stands', async () => {
    const draft = await importDraft(world.payload, JSON.stringify({ ...firstVersion(referentiel), version: '1.1.0' }))
    await author.apply(draft, [set(rowOf(await author.open(draft), 'a1'), ['rating'], 'inconnue')])
    expect(await simulate(draft)).toEqual({ status: 200, body: { simulation: null } })
    await author.rest.delete(`${base}/drafts/${draft}`)
  })

  it('tells a network’s author totals alone: scores are its members’ to share', async () => {
    const id = 'essai-du-reseau'
    const [revision = ''] = await publishVersions(world.payload, id, [firstVersion(id)])
    const { organisation, campaign, network } = world.sides[0]
    await rows(sql`update referentiels set owner_kind = 'network', owner_id = ${network} where code = ${id}`)
    await world.payload.db.create({
      collection: 'diagnostics',
      data: { organisation, campaign, revision, referentiel: id, rulesVersion: '1.0.0', scopeLabel: 'Essai', profile: {}, state: 'open' },
    })
    const response = await head.rest.post(`${base}/drafts`, { body: { from: 'version', revision } })
    const { draft } = Object(await response.json())
    const { status, body } = await simulate(String(draft), head)
    expect(status).toBe(200)
    expect(simulationResult.parse(body).simulation).toMatchObject({ diagnostics: 1, tried: 1, each: [] })
  })
})
