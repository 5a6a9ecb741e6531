import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, it } from 'vitest'

import { importDocument } from '#plugins/referentiels/exports/server.ts'
import { type Change, historyResult } from '#plugins/referentiels/exports/studio-contract.ts'

import { sampleText } from '../../plugins/referentiels/tests/sample-document.ts'
import { buildWorld, type World } from '../isolation/world.ts'
import { base, importDraft, outline, rowOf, set, type StudioClient, studioClient, undo } from './studio-client.ts'
import { testPayload } from '../support/test-payload.ts'

let world: World
let ada: StudioClient
const counter = { next: 1 }

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ada = await studioClient(payload, world.sides[0].people.cress)
}, 120_000)

const newDraft = (sample: Partial<Parameters<typeof sampleText>[0]> = {}): Promise<string> =>
  importDraft(world.payload, sampleText({ id: `atelier-${counter.next++}`, ...sample }))

const stored = async (draft: string) => {
  const { rows } = await world.payload.db.drizzle.execute(sql`
    select to_jsonb(d)::text as row from drafts d where id = ${draft}::uuid
    union all select to_jsonb(q)::text from questions q where draft_id = ${draft}::uuid
    union all select to_jsonb(c)::text from draft_changes c where draft_id = ${draft}::uuid order by 1`)
  return rows
}

describe('Opening a draft', () => {
  it('shows it whole, with what is wrong at its place', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    expect(opened).toMatchObject({ version: '1.0.0', title: 'Essai', sequence: 0, owner: { kind: 'platform', id: null }, findings: [] })
    expect(outline(opened)).toEqual(['t1', '> c1', '> c2'])
    const c1 = rowOf(opened, 'c1')
    const b = rowOf(opened, 'c2.b')
    await ada.apply(draft, [set(c1, ['rating'], 'trois'), set(b, ['appliesIf'], 'réponse.c9 = 1'), { kind: 'set', target: { part: 'subsets' }, path: ['petit', 'include'], value: ['c1', 'c8'], base: 1 }])
    const { findings } = await ada.open(draft)
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, place }) => ({ code, place }))).toEqual(
      expect.arrayContaining([
        { code: 'REF_INCONNUE', place: { row: c1.id, code: 'c1', part: null, path: ['rating'] } },
        { code: 'EXPRESSION_REF', place: { row: b.id, code: 'c2.b', part: null, path: ['appliesIf'] } },
        { code: 'REF_INCONNUE', place: { row: null, code: null, part: 'subsets', path: ['petit', 'include', 1] } },
      ]),
    )
  })
})

describe('A change', () => {
  it('writes one field, counts it, and can be undone', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    const done = await ada.apply(draft, [set(rowOf(opened, 'c1'), ['title'], 'Mieux dit'), set(rowOf(opened, 'c1'), ['levelTexts', '2'], 'Oui, vraiment')])
    expect(done.results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect(done).toMatchObject({ sequence: 1, removed: [] })
    expect(done.rows).toMatchObject([{ code: 'c1', revision: 2, data: { title: 'Mieux dit', levelTexts: { 2: 'Oui, vraiment' } } }])
    const undone = await undo(ada, draft, done)
    expect(rowOf(await ada.open(draft), 'c1').data).toMatchObject({ title: 'Un' })
    expect(undone.results.every(({ status }) => status === 'applied')).toBe(true)
  })

  it('sent twice is applied once, and answered the same', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    const operation = randomUUID()
    const changes: readonly Change[] = [{ kind: 'add-node', id: randomUUID(), parent: rowOf(opened, 't1').id, nodeKind: 'critere', fields: { title: 'Trois' } }]
    const [first, second] = await Promise.all([ada.apply(draft, changes, { operation }), ada.apply(draft, changes, { operation })])
    const third = await ada.apply(draft, changes, { operation })
    expect(second.results).toEqual(first.results)
    expect(third.results).toEqual(first.results)
    expect(third.sequence).toBe(1)
    expect(outline(await ada.open(draft))).toEqual(['t1', '> c1', '> c2', '> c3'])
  })

  it('of what is not a place, not a value of that place, or not there is refused and leaves nothing', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    const c1 = rowOf(opened, 'c1')
    const before = await stored(draft)
    const { results } = await ada.apply(draft, [
      set(c1, ['title'], ['x']),
      set(c1, ['inconnu'], 'x'),
      set(c1, ['code'], 'x'),
      set(c1, ['questions'], []),
      set(c1, [], { title: 'x' }),
      set(c1, ['title', 'en'], 'x'),
      set({ id: randomUUID(), revision: 1 }, ['title'], 'x'),
      { kind: 'move', row: rowOf(opened, 't1').id, parent: c1.id, base: 1 },
      { kind: 'rename', row: c1.id, code: 'c 1', base: 1 },
      { kind: 'rename', row: c1.id, code: 'c2.b', base: 1 },
      { kind: 'add-node', id: randomUUID(), parent: null, code: 't1', nodeKind: 'theme', fields: {} },
      { kind: 'version', version: '1.0' },
      { kind: 'restore', sequence: 9, index: 0 },
    ])
    expect(results.map((result) => (result.status === 'refused' ? result.code : result.status))).toEqual([
      'SHAPE', 'SHAPE', 'SHAPE', 'SHAPE', 'SHAPE', 'UNKNOWN', 'UNKNOWN', 'LOOP', 'CODE_INVALID', 'CODE_TAKEN', 'CODE_TAKEN', 'VERSION_INVALID', 'UNKNOWN',
    ])
    expect(await stored(draft)).toEqual(before)
  })

  it('of an atomic batch stands or falls with the others; a dry run keeps nothing', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    const c1 = rowOf(opened, 'c1')
    const before = await stored(draft)
    const held = await ada.apply(draft, [set(c1, ['title'], 'Autre'), set(c1, ['title'], 4)], { atomic: true })
    expect(held.results.map(({ status }) => status)).toEqual(['skipped', 'refused'])
    const tried = await ada.apply(draft, [set(c1, ['title'], 'Autre')], { dryRun: true })
    expect(tried.results.map(({ status }) => status)).toEqual(['applied'])
    expect(await stored(draft)).toEqual(before)
  })

  it('leaves an entry in the journal, in its own transaction', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    await ada.apply(draft, [set(rowOf(opened, 'c1'), ['title'], 'Mieux dit')])
    const entries = async () => {
      const { rows } = await world.payload.db.drizzle.execute(sql`
        select actor, before, after from audit_entries where collection = 'drafts' and document = ${draft} and operation = 'update'`)
      return rows
    }
    expect(await entries()).toEqual([
      { actor: String(world.sides[0].people.cress.id), before: { 'c1/title': 'Un' }, after: { 'c1/title': 'Mieux dit' } },
    ])
    const { config } = world.payload
    const custom = { ...config.custom }
    const before = await stored(draft)
    config.custom['referentiels'] = { ...custom['referentiels'], record: () => Promise.reject(new Error('no journal')) }
    try {
      await expect(ada.apply(draft, [set(rowOf(opened, 'c2'), ['title'], 'Perdu')])).rejects.toThrow('500')
    } finally {
      config.custom = custom
    }
    expect(await stored(draft)).toEqual(before)
    expect(await entries()).toHaveLength(1)
  })
})

describe('A draft’s history', () => {
  it('tells each batch in words, the latest first, and how it is undone', async () => {
    const draft = await newDraft()
    const opened = await ada.open(draft)
    const c1 = rowOf(opened, 'c1')
    await ada.apply(draft, [set(c1, ['title'], 'Mieux dit'), { kind: 'rename', row: c1.id, code: 'c9', base: 1 }])
    await ada.apply(draft, [{ kind: 'remove', row: rowOf(opened, 't1').id, base: 1 }], { since: 1 })
    const history = async (query = '') => historyResult.parse(await (await ada.rest.get(`${base}/drafts/${draft}/history${query}`)).json())
    const { batches } = await history()
    expect(batches.map(({ sequence, lines }) => ({ sequence, lines }))).toEqual([
      { sequence: 2, lines: ['Supprimé\u00a0: élément «\u202ft1\u202f» (Thème un), avec 4 éléments ou questions'] },
      { sequence: 1, lines: ['Modifié\u00a0: élément «\u202fc9\u202f» (Mieux dit), Titre', 'Nouveau code\u00a0: élément «\u202fc9\u202f» (Mieux dit), en «\u202fc9\u202f»'] },
    ])
    expect(batches[0]?.by).toEqual({ id: String(world.sides[0].people.cress.id), name: 'rive-cress Isolé' })
    expect((await history('?before=2')).batches).toHaveLength(1)
    for (const { inverse } of batches) expect((await ada.apply(draft, inverse, { since: 9, atomic: true })).results.every(({ status }) => status === 'applied')).toBe(true)
    expect(outline(await ada.open(draft))).toEqual(outline(opened))
    expect(rowOf(await ada.open(draft), 'c1').data).toEqual(c1.data)
  })

  it('says that a file replaced the draft, and whoever had it open lets go of the old rows', async () => {
    const id = `atelier-${counter.next++}`
    const draft = await importDraft(world.payload, sampleText({ id }))
    const opened = await ada.open(draft)
    const file = { file: 'a.json', text: sampleText({ id, criterionTitle: 'Autre' }) }
    await importDocument({ payload: world.payload, file, options: { replace: true }, now: new Date() })
    const news = await ada.follow(draft, { since: 0, window: randomUUID() })
    expect(news.removed.toSorted()).toEqual(opened.rows.map((row) => row.id).toSorted())
    expect(rowOf(news, 'c1').data['title']).toBe('Autre')
    const late = await ada.apply(draft, [set(rowOf(opened, 'c1'), ['title'], 'Perdu')])
    expect(late.results).toMatchObject([{ status: 'conflict', reason: 'gone' }])
  })
})

describe('A draft that is abandoned', () => {
  it('is gone for everybody, with its rows and its log', async () => {
    const draft = await newDraft()
    await ada.apply(draft, [set(rowOf(await ada.open(draft), 'c1'), ['title'], 'Autre')])
    expect((await ada.rest.delete(`${base}/drafts/${draft}`)).status).toBe(204)
    expect(await stored(draft)).toEqual([])
    expect((await ada.rest.get(`${base}/drafts/${draft}`)).status).toBe(404)
    expect((await ada.rest.delete(`${base}/drafts/${draft}`)).status).toBe(404)
  })
})
