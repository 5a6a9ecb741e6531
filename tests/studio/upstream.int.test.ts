import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { publicationPlan, publishResult, startResult, upstreamResult } from '#plugins/referentiels/exports/studio-contract.ts'
import { checkSource } from '#plugins/referentiels/exports/source.ts'
import { previewOf } from '#plugins/referentiels/exports/studio.ts'

import { sampleText } from '../../plugins/referentiels/tests/sample-document.ts'
import { buildWorld, type World } from '../isolation/world.ts'
import { testPayload } from '../support/test-payload.ts'
import { base, importDraft, outline, rowOf, set, type StudioClient, studioClient } from './studio-client.ts'

let world: World
let ada: StudioClient
const counter = { next: 1 }
const newId = (): string => `source-${counter.next++}`
const platform = { kind: 'platform', id: null }

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ada = await studioClient(payload, world.sides[0].people.cress)
}, 120_000)

const publishDraft = async (draft: string): Promise<string> => {
  const plan = publicationPlan.parse(await (await ada.rest.get(`${base}/drafts/${draft}/publication`)).json())
  const body = { sequence: plan.sequence, version: plan.version.proposed }
  return publishResult.parse(await (await ada.rest.post(`${base}/drafts/${draft}/publication`, { body })).json()).revision
}

const startedDraft = async (body: object): Promise<string> => startResult.parse(await (await ada.rest.post(`${base}/drafts`, { body })).json()).draft
const upstream = async (draft: string) => upstreamResult.parse(await (await ada.rest.get(`${base}/drafts/${draft}/upstream`)).json())

/** A référentiel, a copy of it, and the next version of the first. */
const derived = async () => {
  const revision = await publishDraft(await importDraft(world.payload, sampleText({ id: newId(), more: ['c3'] })))
  const copy = await startedDraft({ from: 'derived', revision, id: newId(), title: 'Copie', owner: platform })
  const next = await startedDraft({ from: 'version', revision })
  const opened = await ada.open(next)
  const [t1, c1, c2, c3] = ['t1', 'c1', 'c2', 'c3'].map((code) => rowOf(opened, code))
  const theme = crypto.randomUUID()
  await ada.apply(next, [
    set(c1!, ['title'], 'Mieux dit à la source'),
    set(c2!, ['statement'], 'Précisé à la source'),
    { kind: 'add-node', id: theme, parent: null, code: 't2', nodeKind: 'theme', fields: { title: 'Nouveau thème' } },
    { kind: 'add-node', id: crypto.randomUUID(), parent: theme, code: 'c9', nodeKind: 'critere', fields: { title: 'Nouveau', rating: 'deux' } },
    { kind: 'add-question', id: crypto.randomUUID(), node: c2!.id, code: 'c2.z', fields: { type: 'text', prompt: 'Encore ?' } },
    { kind: 'move', row: c2!.id, parent: theme, base: 1 },
    { kind: 'remove', row: c3!.id, base: 1 },
    { kind: 'set', target: { part: 'scales' }, path: ['deux', 'label'], value: 'Deux niveaux', base: 1 },
    { kind: 'set', target: { part: 'migrations' }, path: ['1.0.0'], value: { from: '1.0.0', items: [{ from: 'c3', kind: 'removed' }] }, base: 0 },
  ], { since: 9 })
  expect(t1?.code).toBe('t1')
  await publishDraft(next)
  return copy
}

describe('A copy is offered what its source changed since', () => {
  it('item by item, its own changes told apart, and takes what its author accepts', async () => {
    const copy = await derived()
    const before = await ada.open(copy)
    await ada.apply(copy, [set(rowOf(before, 'c1'), ['title'], 'Dit à notre façon')])
    const { source, items } = await upstream(copy)
    expect(source).toMatchObject({ from: '1.0.0', to: '2.0.0' })
    expect(items.map(({ code, what, isContested, fields }) => [what, code, isContested, fields.join()])).toEqual([
      ['part', 'scales/deux', false, 'deux'],
      ['changed', 'c1', true, 'title'],
      ['changed', 'c2', false, 'statement'],
      ['added', 't2', false, ''],
      ['added', 'c2.z', false, ''],
      ['removed', 'c3', false, ''],
      ['recorded', source?.id, false, ''],
    ])
    for (const { changes, isContested } of items.filter(({ isContested }) => !isContested)) {
      const { results } = await ada.apply(copy, changes, { since: 99 })
      expect([isContested, ...results.map(({ status }) => status)]).not.toContain('refused')
    }
    const after = await ada.open(copy)
    expect(outline(after)).toEqual(['t1', '> c1', '> c2', 't2', '> c9'])
    expect(rowOf(after, 'c1').data['title']).toBe('Dit à notre façon')
    // Where it was moved to could only be said once its new theme was there.
    expect(after.parts['derivedFrom']?.value).toMatchObject({ version: '2.0.0' })
    expect((await upstream(copy)).source).toBeNull()
  })

  it('again as long as it is not recorded, where it was moved to once that is there', async () => {
    const copy = await derived()
    const first = await upstream(copy)
    for (const { changes } of first.items.filter(({ what }) => what === 'added')) await ada.apply(copy, changes, { since: 99 })
    const second = await upstream(copy)
    expect(second.items.find(({ code }) => code === 'c2')).toMatchObject({ fields: ['statement', 'parent'] })
    for (const { changes, what } of second.items) if (what !== 'recorded') await ada.apply(copy, changes, { since: 99 })
    expect((await upstream(copy)).items.map(({ what }) => what)).toEqual(['recorded'])
    expect(outline(await ada.open(copy))).toEqual(['t1', '> c1', 't2', '> c9', '> c2'])
  })

  it('and a référentiel of its own is offered nothing', async () => {
    const draft = await importDraft(world.payload, sampleText({ id: newId() }))
    expect(await upstream(draft)).toEqual({ source: null, items: [] })
  })
})

describe('A draft leaves the studio', () => {
  it.each(['yaml', 'json', 'xlsx'] as const)('as %s, which is read again with the same content', async (format) => {
    const id = newId()
    const draft = await importDraft(world.payload, sampleText({ id, more: ['c3'] }))
    const response = await ada.rest.get(`${base}/drafts/${draft}/export?format=${format}`)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}-1.0.0.${format}"`)
    const read = (text: Buffer | string, file: string) => checkSource({ file, text })
    const [file, original] = [read(Buffer.from(await response.arrayBuffer()), `a.${format}`), read(sampleText({ id, more: ['c3'] }), 'a.json')]
    expect(file.findings).toEqual([])
    expect(file.canonical).toBe(original.canonical)
  })

  it('as a preview once nothing keeps it from being answered', async () => {
    const { payload, sides } = world
    const draft = await importDraft(payload, sampleText({ id: newId() }))
    const reqOf = async (user: (typeof sides)[0]['people']['cress']) => createLocalReq({ user }, payload)
    const preview = await previewOf(await reqOf(sides[0].people.cress), { draft, options: { subset: 'petit' } })
    expect(preview?.ready?.compiled.criteria.map(({ code }) => code)).toEqual(['c1'])
    expect(await previewOf(await reqOf(sides[0].people.admin), { draft })).toBeNull()
    expect(await previewOf(await createLocalReq({}, payload), { draft })).toBeNull()
    await ada.apply(draft, [set(rowOf(await ada.open(draft), 'c1'), ['rating'], 'inconnue')])
    const broken = await previewOf(await reqOf(sides[0].people.cress), { draft })
    expect(broken).toMatchObject({ ready: null, sequence: 1, findings: [{ code: 'REF_INCONNUE' }] })
  })
})
