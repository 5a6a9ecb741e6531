import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import type { ApplyResult, Change, OpenDraft } from '#plugins/referentiels/exports/studio-contract.ts'

import { buildWorld, type World } from '../isolation/world.ts'
import { testPayload } from '../support/test-payload.ts'
import { importDraft, outline, rowOf, set, type StudioClient, studioClient, undo } from './studio-client.ts'

let world: World
let ada: StudioClient
const counter = { next: 1 }

beforeAll(async () => {
  const { payload } = await testPayload()
  world = await buildWorld(payload)
  ada = await studioClient(payload, world.sides[0].people.cress)
}, 120_000)

/** Two themes, five criteria, and something of everything that may name one of them. */
const document = (id: string) => ({
  format: 'referentiel/1',
  id,
  version: '1.0.0',
  title: 'Arbre',
  rights: { licence: 'Essai', notice: 'Essai', attribution: 'Essai', textOrigin: 'own' },
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  profileFields: [{ code: 'public', label: 'Public', type: 'multi', list: 'publics' }],
  lists: [{ code: 'publics', options: [{ code: 'pa', label: 'Âgées' }, { code: 'ph', label: 'Handicap' }] }],
  scales: [{ code: 'deux', label: 'Deux', values: [{ code: '1', label: 'Non', score: 1 }, { code: '2', label: 'Oui', score: 2 }] }],
  nodes: [
    { code: 'a', kind: 'theme', title: 'A' },
    { code: 'a1', parent: 'a', kind: 'critere', title: 'A1', rating: 'deux', levelTexts: { 2: 'Bien' } },
    { code: 'a2', parent: 'a', kind: 'critere', title: 'A2', rating: 'deux', applies: { public: ['pa'] } },
    { code: 'b', kind: 'theme', title: 'B' },
    { code: 'b1', parent: 'b', kind: 'critere', title: 'B1', rating: 'deux', appliesIf: 'réponse.a1 = "2" et nœud.theme = "b"' },
    {
      code: 'b2', parent: 'b', kind: 'critere', title: 'B2',
      questions: [
        { code: 'b2.n', type: 'number', prompt: 'Combien ?', appliesIf: 'profil.public recoupe ["pa"]' },
        { code: 'b2.s', type: 'computed', prompt: 'Double', formula: 'réponse.b2.n * 2 + score.a1' },
      ],
    },
  ],
  scoring: {
    current: '1.0.0',
    rules: [{ rulesVersion: '1.0.0', aggregate: [{ kind: 'theme', from: 'children', method: 'weightedMean' }], outcomes: [{ code: 'bien', label: 'Bien', when: 'score.a1 >= 2 et score.a1.met' }] }],
  },
  subsets: [{ code: 'petit', label: 'Petit', include: ['a1', 'b'] }],
  dialogue: { questions: [{ code: 'd1', node: 'a', prompt: 'Qu’en dites-vous ?' }] },
  presentation: { axes: [{ code: 'themes', label: 'Thèmes', by: 'kind', value: 'theme' }], defaultAxis: 'themes' },
  mappings: [{ target: 'autre', items: [{ from: 'a1', to: '1', relation: 'related' }, { from: 'a2', to: '2', relation: 'equal' }] }],
})

const newDraft = async (): Promise<{ readonly draft: string; readonly opened: OpenDraft }> => {
  const draft = await importDraft(world.payload, JSON.stringify(document(`arbre-${counter.next++}`), null, 1))
  const opened = await ada.open(draft)
  expect(opened.findings).toEqual([])
  return { draft, opened }
}

/** What the draft says, whatever its counters. */
const content = ({ rows, parts, version }: OpenDraft) => ({
  version,
  outline: outline({ rows }),
  rows: Object.fromEntries(rows.map(({ code, row, node, parent, kind, data }) => [code, { row, node, parent, kind, data }])),
  parts: Object.fromEntries(Object.entries(parts).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))),
})

const areApplied = ({ results }: ApplyResult): boolean => results.every(({ status }) => status === 'applied')

describe('Nodes and questions', () => {
  it('are added where they are wanted, with the next code of those beside them', async () => {
    const { draft, opened } = await newDraft()
    const a = rowOf(opened, 'a')
    const add = (parent: string | null, more: object = {}): Change => ({ kind: 'add-node', id: randomUUID(), parent, nodeKind: 'critere', fields: { title: 'Neuf' }, ...more })
    const { results } = await ada.apply(draft, [
      add(a.id),
      add(a.id, { after: null }),
      add(a.id, { after: rowOf(opened, 'a1').id }),
      add(null, { nodeKind: 'theme', code: 'c' }),
      { kind: 'add-question', id: randomUUID(), node: rowOf(opened, 'b2').id, after: null, fields: { type: 'text', prompt: 'Quoi ?' } },
    ])
    expect(results.map((result) => (result.status === 'applied' ? result.code : result.status))).toEqual(['a3', 'a4', 'a5', 'c', 'b2.q1'])
    expect(outline(await ada.open(draft))).toEqual(['a', '> a4', '> a1', '> a5', '> a2', '> a3', 'b', '> b1', '> b2', 'c'])
  })

  it('find room however often something is put at the same place', async () => {
    const { draft, opened } = await newDraft()
    const a1 = rowOf(opened, 'a1')
    const changes = Array.from({ length: 40 }, (): Change => ({ kind: 'add-node', id: randomUUID(), parent: rowOf(opened, 'a').id, after: a1.id, nodeKind: 'critere', fields: { title: 'N', rating: 'deux' } }))
    const { results } = await ada.apply(draft, changes)
    const codes = results.map((result) => (result.status === 'applied' ? result.code : ''))
    expect(outline(await ada.open(draft)).slice(0, 44)).toEqual(['a', '> a1', ...codes.toReversed().map((code) => `> ${code}`), '> a2', 'b'])
    expect((await ada.open(draft)).findings.filter(({ code }) => code === 'DOUBLON')).toEqual([])
  })

  it('move with what hangs from them, and back', async () => {
    const { draft, opened } = await newDraft()
    const [a, b, a1, n] = ['a', 'b', 'a1', 'b2.n'].map((code) => rowOf(opened, code))
    const moved = await ada.apply(draft, [
      { kind: 'move', row: b!.id, parent: null, after: null, base: b!.revision },
      { kind: 'move', row: a1!.id, parent: b!.id, after: rowOf(opened, 'b1').id, base: a1!.revision },
      { kind: 'move', row: n!.id, parent: a!.id, base: n!.revision },
    ])
    expect(areApplied(moved)).toBe(true)
    const after = await ada.open(draft)
    expect(outline(after)).toEqual(['b', '> b1', '> a1', '> b2', 'a', '> a2'])
    expect(rowOf(after, 'b2.n').node).toBe('a')
    expect(areApplied(await undo(ada, draft, moved))).toBe(true)
    expect(content(await ada.open(draft))).toEqual(content(opened))
  })

  it('are copied with all below, whose references stay among the copies', async () => {
    const { draft, opened } = await newDraft()
    const copied = await ada.apply(draft, [{ kind: 'duplicate', source: rowOf(opened, 'b').id, id: randomUUID() }])
    expect(areApplied(copied)).toBe(true)
    const after = await ada.open(draft)
    expect(outline(after)).toEqual(['a', '> a1', '> a2', 'b', '> b1', '> b2', 'b-1', '> b-11', '> b-12'])
    expect(rowOf(after, 'b-12.s').data['formula']).toBe('réponse.b-12.n * 2 + score.a1')
    expect(rowOf(after, 'b-11').data['appliesIf']).toBe('réponse.a1 = "2" et nœud.theme = "b-1"')
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    await undo(ada, draft, copied)
    expect(content(await ada.open(draft))).toEqual(content(opened))
  })

  it('go with what names them in subsets and mappings, and come back whole', async () => {
    const { draft, opened } = await newDraft()
    const a = rowOf(opened, 'a')
    const removed = await ada.apply(draft, [{ kind: 'remove', row: a.id, base: a.revision }])
    expect(removed.removed).toHaveLength(3)
    const after = await ada.open(draft)
    expect(outline(after)).toEqual(['b', '> b1', '> b2'])
    expect(after.parts['subsets']?.value).toEqual([{ code: 'petit', label: 'Petit', include: ['b'] }])
    expect(after.parts['mappings']?.value).toEqual([{ target: 'autre', items: [] }])
    // Conditions and questions of the dialogue are somebody's sentences: they stay, and are told.
    expect(after.findings.filter(({ severity }) => severity === 'error').map(({ code, place }) => [code, place.code ?? place.part])).toEqual(
      expect.arrayContaining([['EXPRESSION_REF', 'b1'], ['EXPRESSION_REF', 'b2.s'], ['REF_INCONNUE', 'dialogue']]),
    )
    const back = await undo(ada, draft, removed)
    expect(areApplied(back)).toBe(true)
    expect(back.removed).toEqual([])
    expect(content(await ada.open(draft))).toEqual(content(opened))
  })

  it('come back under their parent’s new code, and not where their own was taken', async () => {
    const { draft, opened } = await newDraft()
    const [a, a1] = [rowOf(opened, 'a'), rowOf(opened, 'a1')]
    const removed = await ada.apply(draft, [{ kind: 'remove', row: a1.id, base: 1 }])
    await ada.apply(draft, [{ kind: 'rename', row: a.id, code: 'gouvernance', base: 1 }])
    const taken = await ada.apply(draft, [{ kind: 'add-node', id: randomUUID(), parent: a.id, code: 'a1', nodeKind: 'critere', fields: {} }])
    expect((await undo(ada, draft, removed)).results).toMatchObject([{ status: 'refused', code: 'CODE_TAKEN' }])
    await undo(ada, draft, taken)
    expect(areApplied(await undo(ada, draft, removed))).toBe(true)
    expect(outline(await ada.open(draft))).toEqual(['gouvernance', '> a1', '> a2', 'b', '> b1', '> b2'])
  })

  it('are numbered as they stand, their codes untouched', async () => {
    const { draft, opened } = await newDraft()
    const numbers = async () => (await ada.open(draft)).rows.filter(({ row }) => row === 'node').toSorted((one, other) => (one.code < other.code ? -1 : 1)).map(({ data }) => data['number'])
    const numbered = await ada.apply(draft, [{ kind: 'renumber', parent: null, style: 'nested' }])
    expect(await numbers()).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2'])
    await undo(ada, draft, numbered)
    expect(await numbers()).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
    await ada.apply(draft, [{ kind: 'renumber', parent: null, style: 'through', nodeKinds: ['critere'] }])
    expect(await numbers()).toEqual([undefined, '1', '2', undefined, '3', '4'])
    await ada.apply(draft, [{ kind: 'renumber', parent: rowOf(opened, 'b').id, style: 'through' }])
    expect(await numbers()).toEqual([undefined, '1', '2', undefined, '1', '2'])
  })
})

describe('A new code', () => {
  it('is followed by everything that named the old one, and back', async () => {
    const { draft, opened } = await newDraft()
    const renamed = await ada.apply(draft, [
      { kind: 'rename', row: rowOf(opened, 'a1').id, code: 'gouv-1', base: 1 },
      { kind: 'rename', row: rowOf(opened, 'b').id, code: 'env', base: 1 },
      { kind: 'rename', row: rowOf(opened, 'b2.n').id, code: 'combien', base: 1 },
    ])
    expect(areApplied(renamed)).toBe(true)
    const after = await ada.open(draft)
    expect(after.findings).toEqual([])
    expect(outline(after)).toEqual(['a', '> gouv-1', '> a2', 'env', '> b1', '> b2'])
    expect(rowOf(after, 'b1').data['appliesIf']).toBe('réponse.gouv-1 = "2" et nœud.theme = "env"')
    expect(rowOf(after, 'b2.s').data['formula']).toBe('réponse.combien * 2 + score.gouv-1')
    expect(after.parts).toMatchObject({
      subsets: { value: [{ include: ['gouv-1', 'env'] }] },
      mappings: { value: [{ items: [{ from: 'gouv-1' }, { from: 'a2' }] }] },
      scoring: { value: { rules: [{ outcomes: [{ when: 'score.gouv-1 >= 2 et score.gouv-1.met' }] }] } },
    })
    const [first] = renamed.results
    expect(first?.status === 'applied' && first.followed.map(({ code, part, path }) => [code ?? part, ...path].join('/'))).toEqual(
      expect.arrayContaining(['b1/appliesIf', 'b2.s/formula', 'subsets/petit/include', 'mappings/autre/items/a1→1/from', 'scoring/rules/1.0.0/outcomes/bien/when']),
    )
    await undo(ada, draft, renamed)
    expect(content(await ada.open(draft))).toEqual(content(opened))
  })

  it('may be swapped with another one in one batch', async () => {
    const { draft, opened } = await newDraft()
    const [a1, a2] = [rowOf(opened, 'a1'), rowOf(opened, 'a2')]
    const swapped = await ada.apply(draft, [
      { kind: 'rename', row: a1.id, code: 'x', base: 1 },
      { kind: 'rename', row: a2.id, code: 'a1', base: 1 },
      { kind: 'rename', row: a1.id, code: 'a2', base: 1 },
    ])
    expect(areApplied(swapped)).toBe(true)
    const after = await ada.open(draft)
    expect(rowOf(after, 'a1').id).toBe(a2.id)
    expect(rowOf(after, 'b1').data['appliesIf']).toBe('réponse.a2 = "2" et nœud.theme = "b"')
  })

  it.each([
    ['of a level', 'kinds', ['theme', 'code'], 'domaine'],
    ['of a scale', 'scales', ['deux', 'code'], 'maturite'],
    ['of a list', 'lists', ['publics', 'code'], 'accueillis'],
    ['of a profile field', 'profileFields', ['public', 'code'], 'accueil'],
    ['of a value', 'scales', ['deux', 'values', '2', 'code'], 'oui'],
    ['of an option', 'lists', ['publics', 'options', 'pa', 'code'], 'agees'],
    ['of a rule set', 'scoring', ['rules', '1.0.0', 'rulesVersion'], '1.0.1'],
    ['of an axis', 'presentation', ['axes', 'themes', 'code'], 'par-theme'],
  ] as const)('%s is followed too, and back', async (_what, part, path, value) => {
    const { draft, opened } = await newDraft()
    const changed = await ada.apply(draft, [{ kind: 'set', target: { part }, path: [...path], value, base: 1 }])
    expect(areApplied(changed)).toBe(true)
    const after = await ada.open(draft)
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(JSON.stringify(content(after))).not.toEqual(JSON.stringify(content(opened)))
    expect(areApplied(await undo(ada, draft, changed))).toBe(true)
    expect(content(await ada.open(draft))).toEqual(content(opened))
  })
})

describe('Items of a part', () => {
  it('are added, put in order and taken by their names, and come back to their place', async () => {
    const { draft, opened } = await newDraft()
    const target = { part: 'scales' as const }
    const value = (code: string) => ({ code, label: code, score: 0 })
    const added = await ada.apply(draft, [
      { kind: 'set', target, path: ['deux', 'values', '0'], value: value('0'), base: 1 },
      { kind: 'arrange', target, path: ['deux', 'values'], keys: ['0', '1', '2'], base: 1 },
    ])
    expect(areApplied(added)).toBe(true)
    const names = async () => JSON.stringify((await ada.open(draft)).parts['scales']?.value).match(/"code":"\d"/g)?.join()
    expect(await names()).toBe('"code":"0","code":"1","code":"2"')
    const taken = await ada.apply(draft, [{ kind: 'unset', target, path: ['deux', 'values', '1'], base: added.parts['scales']?.revision ?? 0 }])
    expect(await names()).toBe('"code":"0","code":"2"')
    await undo(ada, draft, taken)
    expect(await names()).toBe('"code":"0","code":"1","code":"2"')
    await undo(ada, draft, added)
    expect(content(await ada.open(draft))).toEqual(content(opened))
  })
})

describe('Two people on one draft', () => {
  const others = async () => studioClient(world.payload, world.sides[1].people.cress)

  it('lose nothing where they write different fields, whatever they had seen', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const fields = ['title', 'statement', 'about', 'stakes', 'externalCode'] as const
    const a1 = rowOf(opened, 'a1')
    await Promise.all(fields.map((field, index) => (index % 2 === 0 ? ada : bea).apply(draft, [set(a1, [field], `Par ${index}`)])))
    const after = await ada.open(draft)
    expect(rowOf(after, 'a1').data).toMatchObject(Object.fromEntries(fields.map((field, index) => [field, `Par ${index}`])))
    expect(after.sequence).toBe(fields.length)
    expect(rowOf(after, 'a1').revision).toBe(1 + fields.length)
  })

  it('are told of the same field, with what stands there, by whom and when; nothing is overwritten', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const a1 = rowOf(opened, 'a1')
    const [one, other] = await Promise.all([ada.apply(draft, [set(a1, ['title'], 'Ada')]), bea.apply(draft, [set(a1, ['title'], 'Béa')])])
    const results = [...one.results, ...other.results]
    expect(results.map(({ status }) => status).sort()).toEqual(['applied', 'conflict'])
    const isAda = one.results[0]?.status === 'applied'
    const [winner, author] = isAda ? ['Ada', world.sides[0].people.cress] : ['Béa', world.sides[1].people.cress]
    const conflict = results.find(({ status }) => status === 'conflict')
    expect(conflict).toMatchObject({ reason: 'changed', theirs: winner, by: { id: String(author.id), name: expect.stringMatching(/\S/) } })
    expect(rowOf(await ada.open(draft), 'a1').data['title']).toBe(winner)
    // Whoever has seen it may write over it.
    const loser = isAda ? bea : ada
    const seen = rowOf(isAda ? other : one, 'a1')
    expect(areApplied(await loser.apply(draft, [set(seen, ['title'], 'D’accord')]))).toBe(true)
  })

  it('collide on a text and one of its languages, and on a list written by position', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const a1 = rowOf(opened, 'a1')
    await ada.apply(draft, [set(a1, ['levelTexts'], { 1: 'Un' }), set(a1, ['examples'], ['Un', 'Deux'])])
    const { results } = await bea.apply(draft, [set(a1, ['levelTexts', '2'], 'Deux'), set(a1, ['examples', 0], 'Autre'), set(a1, ['title'], 'Le mien')])
    expect(results.map(({ status }) => status)).toEqual(['conflict', 'conflict', 'applied'])
  })

  it('may move one node each, but not into each other', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const [a, b] = [rowOf(opened, 'a'), rowOf(opened, 'b')]
    const moves = await Promise.all([
      ada.apply(draft, [{ kind: 'move', row: a.id, parent: b.id, base: 1 }]),
      bea.apply(draft, [{ kind: 'move', row: b.id, parent: a.id, base: 1 }]),
    ])
    expect(moves.flatMap(({ results }) => results.map((result) => (result.status === 'refused' ? result.code : result.status))).sort()).toEqual(['LOOP', 'applied'])
    expect((await ada.open(draft)).findings.filter(({ code }) => code === 'BOUCLE')).toEqual([])
  })

  it('never lose what one wrote below what the other takes away unseen', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const a = rowOf(opened, 'a')
    const written = await bea.apply(draft, [set(rowOf(opened, 'a2'), ['title'], 'Important')])
    const refused = await ada.apply(draft, [{ kind: 'remove', row: a.id, base: 1 }], { since: opened.sequence })
    expect(refused.results).toMatchObject([{ status: 'conflict', reason: 'changed', by: { id: String(world.sides[1].people.cress.id) } }])
    expect(areApplied(await ada.apply(draft, [{ kind: 'remove', row: a.id, base: 1 }], { since: written.sequence }))).toBe(true)
    const late = await bea.apply(draft, [set(rowOf(opened, 'a1'), ['title'], 'Trop tard')], { since: written.sequence })
    expect(late.results).toMatchObject([{ status: 'conflict', reason: 'gone', by: { id: String(world.sides[0].people.cress.id) } }])
    expect(late.removed).toHaveLength(3)
  })

  it('see each other, and what the other changed since', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const [here, there] = [randomUUID(), randomUUID()]
    const a1 = rowOf(opened, 'a1')
    expect((await ada.follow(draft, { since: 0, window: here })).people).toEqual([])
    await bea.follow(draft, { since: 0, window: there, at: { row: a1.id, part: null } })
    await bea.apply(draft, [set(a1, ['title'], 'Vu')])
    const news = await ada.follow(draft, { since: opened.sequence, window: here })
    expect(news).toMatchObject({ sequence: 1, rows: [{ code: 'a1', data: { title: 'Vu' } }], people: [{ id: String(world.sides[1].people.cress.id), at: { row: a1.id, part: null } }] })
    expect((await ada.follow(draft, { since: news.sequence, window: here })).rows).toEqual([])
    // Nobody speaks for somebody else's window.
    await ada.follow(draft, { since: 0, window: there, leaving: true })
    expect((await ada.follow(draft, { since: 1, window: here })).people).toHaveLength(1)
    await bea.follow(draft, { since: 0, window: there, leaving: true })
    expect((await ada.follow(draft, { since: 1, window: here })).people).toEqual([])
  })

  it('writing a hundred fields at once lose none', async () => {
    const { draft, opened } = await newDraft()
    const bea = await others()
    const codes = ['a', 'a1', 'a2', 'b', 'b1', 'b2']
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 === 0 ? ada : bea).apply(draft, [set(rowOf(opened, codes[index % 6] ?? ''), ['levelTexts', `n${index}`], `Texte ${index}`)]),
      ),
    )
    const after = await ada.open(draft)
    const texts = after.rows.flatMap(({ data }) => Object.values(Object(data['levelTexts'])))
    expect(texts.filter((text) => String(text).startsWith('Texte')).toSorted()).toEqual(Array.from({ length: 100 }, (_, index) => `Texte ${index}`).toSorted())
    expect(after.sequence).toBe(100)
  })
})
