import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, it } from 'vitest'

import { type Change, fileResult, libraryResult, publicationPlan, publishResult, startResult, studioError } from '#plugins/referentiels/exports/studio-contract.ts'

import { type Sample, sampleText } from '../../plugins/referentiels/tests/sample-document.ts'
import { buildWorld, type World } from '../isolation/world.ts'
import { testPayload } from '../support/test-payload.ts'
import { base, importDraft, outline, rowOf, set, type StudioClient, studioClient } from './studio-client.ts'

let world: World
let ada: StudioClient
let bea: StudioClient
const counter = { next: 1 }
const newId = (): string => `parution-${counter.next++}`

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ada = await studioClient(payload, world.sides[0].people.cress)
  bea = await studioClient(payload, world.sides[1].people.cress)
}, 120_000)

const post = async (path: string, body: object, client: StudioClient = ada) => {
  const response = await client.rest.post(`${base}${path}`, { body })
  return { status: response.status, body: (await response.json()) as unknown }
}

const codeOf = ({ body }: { readonly body: unknown }): string | undefined => studioError.parse(body).errors[0]?.code

const plan = async (draft: string, client: StudioClient = ada) => publicationPlan.parse(await (await client.rest.get(`${base}/drafts/${draft}/publication`)).json())
const library = async (client: StudioClient = ada) => libraryResult.parse(await (await client.rest.get(`${base}/library`)).json())

const publishNow = async (draft: string, more: object = {}) => {
  const { sequence, version } = await plan(draft)
  return post(`/drafts/${draft}/publication`, { sequence, version: version.proposed, ...more })
}

/** A published version; answers its revision. */
const published = async (sample: Sample): Promise<string> => {
  const draft = await importDraft(world.payload, sampleText(sample))
  return publishResult.parse((await publishNow(draft)).body).revision
}

const platform = { kind: 'platform', id: null }

describe('A référentiel begins', () => {
  it('blank, with a level for each word, ready to be published', async () => {
    const id = newId()
    const { status, body } = await post('/drafts', { from: 'blank', id, title: 'Le nôtre', owner: platform, levels: ['Axe', 'Enjeu', 'Critère évalué'] })
    expect(status).toBe(201)
    const { draft } = startResult.parse(body)
    const opened = await ada.open(draft)
    expect(outline(opened)).toEqual(['1', '> 1.1', '> > 1.1.1'])
    // Its synthesis has something to draw.
    expect(opened.parts['presentation']?.value).toEqual({ axes: [{ code: 'axe', label: 'Axe', by: 'kind', value: 'axe' }] })
    expect(opened.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect((await publishNow(draft)).status).toBe(200)
    expect(codeOf(await post('/drafts', { from: 'blank', id, title: 'Autre', owner: platform }))).toBe('ID_TAKEN')
  })

  it('as the next version of its own, whatever number is free', async () => {
    const id = newId()
    const revision = await published({ id })
    const first = await post('/drafts', { from: 'version', revision })
    expect(startResult.parse(first.body)).toMatchObject({ referentiel: id, version: '1.1.0' })
    expect(startResult.parse((await post('/drafts', { from: 'version', revision })).body).version).toBe('1.2.0')
    expect(codeOf(await post('/drafts', { from: 'version', revision, version: '1.1.0' }))).toBe('VERSION_TAKEN')
    const versions = (await library()).referentiels.find((one) => one.id === id)?.versions
    expect(versions?.map(({ version, status }) => `${version} ${status}`)).toEqual(['1.2.0 draft', '1.1.0 draft', '1.0.0 published'])
  })

  it('derived from a shipped one, which itself is never written', async () => {
    const source = newId()
    const revision = await published({ id: source })
    await world.payload.db.drizzle.execute(sql`update referentiels set is_shipped = true where code = ${source}`)
    expect((await post('/drafts', { from: 'version', revision })).status).toBe(404)
    const id = newId()
    const { body } = await post('/drafts', { from: 'derived', revision, id, title: 'Le dérivé', owner: platform })
    const opened = await ada.open(startResult.parse(body).draft)
    expect(opened).toMatchObject({ referentiel: id, version: '1.0.0', title: 'Le dérivé' })
    expect(opened.parts['derivedFrom']?.value).toEqual({ id: source, version: '1.0.0' })
    const known = (await library()).referentiels
    expect(known.find((one) => one.id === id)).toMatchObject({ mayWrite: true, derivedFrom: { id: source, version: '1.0.0', newer: null } })
    expect(known.find((one) => one.id === source)).toMatchObject({ mayWrite: false, isShipped: true })
  })

  it.each([['json'], ['yaml']])('from a file of the kind %s, found wanting at its place', async (kind) => {
    const id = newId()
    const send = async (text: string, options: object = {}) => {
      const form = new FormData()
      form.set('file', new File([text], `a.${kind}`))
      form.set('options', JSON.stringify(options))
      const response = await ada.rest.post(`${base}/files`, { body: form })
      return fileResult.parse(await response.json())
    }
    const wrong = await send(sampleText({ id }).replace('"rating": "deux"', '"rating": "deu"'))
    expect(wrong).toMatchObject({ outcome: 'refused', draft: null, findings: [{ code: 'REF_INCONNUE', suggestion: 'deux', line: expect.any(Number) }] })
    expect(await send(sampleText({ id }), { dryRun: true })).toMatchObject({ outcome: 'created', draft: null })
    const made = await send(sampleText({ id }))
    expect(made).toMatchObject({ outcome: 'created', referentiel: id, version: '1.0.0' })
    expect((await ada.open(made.draft ?? '')).title).toBe('Essai')
    expect(await send(sampleText({ id }))).toMatchObject({ outcome: 'unchanged', draft: made.draft })
    expect(await send(sampleText({ id, title: 'Autre' }))).toMatchObject({ outcome: 'refused', findings: [{ code: 'VERSION_EXISTE' }] })
    expect(await send(sampleText({ id, title: 'Autre' }), { replace: true })).toMatchObject({ outcome: 'replaced' })
  })
})

describe('Before a version is published', () => {
  it('its author sees the difference, the number that it deserves and why, and who works with older ones', async () => {
    const id = newId()
    const revision = await published({ id, more: ['c3'] })
    await world.payload.db.create({
      collection: 'diagnostics',
      data: { organisation: world.sides[0].organisation, campaign: world.sides[0].campaign, revision, referentiel: id, scopeLabel: 'Essai', profile: {}, state: 'archived' },
    })
    const { draft } = startResult.parse((await post('/drafts', { from: 'version', revision })).body)
    const opened = await ada.open(draft)
    expect(await plan(draft)).toMatchObject({ base: { version: '1.0.0' }, version: { current: '1.1.0', proposed: '1.1.0', size: 'none', reasons: [] }, running: [{ version: '1.0.0', uses: 1 }], destinations: [], audience: 'public' })

    await ada.apply(draft, [set(rowOf(opened, 'c1'), ['title'], 'Mieux dit')])
    expect((await plan(draft)).version).toMatchObject({ size: 'patch', proposed: '1.1.0', reasons: ['Un élément reformulé\u00a0: les réponses gardent leur sens.'] })

    await ada.apply(draft, [{ kind: 'rename', row: rowOf(opened, 'c2').id, code: 'c20', base: 1 }, { kind: 'remove', row: rowOf(opened, 'c3').id, base: 1 }], { since: 1 })
    const changed = await plan(draft)
    expect(changed.difference).toMatchObject({ added: ['c20'], removed: ['c2', 'c3'], reworded: ['c1'] })
    expect(changed.titles).toMatchObject({ c20: 'Deux', c2: 'Deux', c3: 'c3' })
    expect(changed.version).toMatchObject({ size: 'major', proposed: '2.0.0' })
    expect(changed.version.reasons[0]).toBe('2 éléments retirés\u00a0: le sens de réponses existantes change.')
    expect(changed.destinations.map(({ code, isQuestion, proposals }) => ({ code, isQuestion, kinds: proposals.map(({ kind }) => kind) }))).toEqual([
      { code: 'c2', isQuestion: false, kinds: ['renamed', 'removed'] },
      { code: 'c3', isQuestion: false, kinds: ['removed'] },
    ])
    expect(changed.destinations[0]?.proposals[0]?.to).toEqual([{ code: 'c20', title: 'Deux' }])

    // Nothing is published while an old answer has nowhere to go.
    const refused = await publishNow(draft)
    expect(refused.status).toBe(422)
    expect(studioError.parse(refused.body).findings?.map(({ code, value }) => `${code} ${String(value)}`)).toEqual(['MIGRATION_INCOMPLETE c2', 'MIGRATION_INCOMPLETE c3'])
    const lines: Change = { kind: 'set', target: { part: 'migrations' }, path: ['1.0.0'], value: { from: '1.0.0', items: [{ from: 'c2', to: ['c20'], kind: 'renamed' }, { from: 'c3', kind: 'removed' }] }, base: 0 }
    await ada.apply(draft, [lines])
    expect((await plan(draft)).destinations).toEqual([])
    expect(await publishNow(draft)).toMatchObject({ status: 200, body: { version: '2.0.0' } })
    expect((await library()).referentiels.find((one) => one.id === id)?.versions.map(({ version, status, uses }) => [version, status, uses])).toEqual([['2.0.0', 'published', 0], ['1.0.0', 'published', 1]])
  })

  it('a change that its author has not seen stops it, and so does a number that is taken', async () => {
    const id = newId()
    const revision = await published({ id })
    const { draft } = startResult.parse((await post('/drafts', { from: 'version', revision })).body)
    const seen = await plan(draft)
    await bea.apply(draft, [set(rowOf(await bea.open(draft), 'c1'), ['title'], 'De Béa')])
    expect(codeOf(await post(`/drafts/${draft}/publication`, { sequence: seen.sequence, version: '1.1.0' }))).toBe('CHANGED_MEANWHILE')
    expect(codeOf(await publishNow(draft, { version: '1.0.0' }))).toBe('VERSION_TAKEN')
    expect((await publishNow(draft)).status).toBe(200)
  })

  it('a number below a published one is told before it is published, as the import does', async () => {
    const id = newId()
    await published({ id, version: '2.0.0' })
    const draft = await importDraft(world.payload, sampleText({ id, version: '1.0.0', title: 'Avant' }))
    const told = await plan(draft)
    expect(told.version).toMatchObject({ proposed: '1.0.0', highest: '2.0.0' })
    expect(told.findings).toMatchObject([{ severity: 'warning', code: 'VERSION_RECULE', value: '1.0.0', place: { part: 'version' } }])
    expect(await publishNow(draft)).toMatchObject({ status: 200, body: { version: '1.0.0' } })
    const next = await importDraft(world.payload, sampleText({ id, version: '2.0.1', title: 'Après' }))
    expect(await plan(next)).toMatchObject({ version: { highest: '2.0.0' }, findings: [] })
  })

  it('what stands in the way is told at its place', async () => {
    const draft = await importDraft(world.payload, sampleText({ id: newId() }))
    const opened = await ada.open(draft)
    const c1 = rowOf(opened, 'c1')
    await ada.apply(draft, [set(c1, ['rating'], 'inconnue')])
    const refused = await publishNow(draft)
    expect(refused.status).toBe(422)
    expect(studioError.parse(refused.body).findings).toMatchObject([{ code: 'REF_INCONNUE', place: { row: c1.id, path: ['rating'] } }])
    expect((await ada.open(draft)).sequence).toBe(1)
  })

  it('of those who publish and write at the same moment nobody loses a word', async () => {
    for (let round = 0; round < 5; round += 1) {
      const draft = await importDraft(world.payload, sampleText({ id: newId() }))
      const c1 = rowOf(await ada.open(draft), 'c1')
      const write = bea.apply(draft, [set(c1, ['title'], 'À temps')]).then(({ results }) => results[0]?.status, () => 'gone')
      const [publication, written] = await Promise.all([post(`/drafts/${draft}/publication`, { sequence: 0, version: '1.0.0' }), write])
      // Either the change came first and stopped the publication, or it found the draft gone: never both, never neither.
      expect([publication.status, written]).toEqual(publication.status === 200 ? [200, 'gone'] : [409, 'applied'])
    }
  })
})

describe('What was arranged in the studio', () => {
  it('is published in the order that it is shown in, as a file would have it', async () => {
    const id = newId()
    const draft = await importDraft(world.payload, sampleText({ id, more: ['c3'] }))
    const opened = await ada.open(draft)
    await ada.apply(draft, [
      { kind: 'move', row: rowOf(opened, 'c3').id, parent: rowOf(opened, 't1').id, after: null, base: 1 },
      { kind: 'add-node', id: randomUUID(), parent: null, after: null, code: 't0', nodeKind: 'theme', fields: { title: 'Avant' } },
    ])
    const { revision } = publishResult.parse((await publishNow(draft)).body)
    const { rows } = await world.payload.db.drizzle.execute(sql`
      select node->>'code' as code, (node->>'order')::int as place from revisions, jsonb_array_elements(canonical::jsonb->'nodes') node
      where id = ${revision}::uuid order by 2`)
    expect(rows).toEqual([
      { code: 't0', place: 0 }, { code: 't1', place: 1 }, { code: 'c3', place: 2 }, { code: 'c1', place: 3 }, { code: 'c2', place: 4 },
    ])
  })
})
