import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Change } from '#plugins/referentiels/exports/studio-contract.ts'

import { type Draft, draftOf, type NodeRow, takeNews } from '../../plugins/referentiels/studio/model/draft.ts'
import { interpret } from '../../plugins/referentiels/studio/model/interpret.rules.ts'
import { destinationOf, landingPlace, moveTo } from '../../plugins/referentiels/studio/model/moves.rules.ts'
import { outlineOf, readingOrder, treeLines } from '../../plugins/referentiels/studio/model/outline.rules.ts'
import { buildWorld } from '../isolation/world.ts'
import { testPayload } from '../support/test-payload.ts'
import { importDraft, type StudioClient, studioClient, undo } from './studio-client.ts'

/**
 * What the browser shows at once is what the server makes of it: after any action, and after it was taken back. Nobody
 * sees the plan jump when the answer arrives.
 */

let client: StudioClient
let imported: (text: string) => Promise<string>

beforeAll(async () => {
  const { payload } = await testPayload()
  const world = await buildWorld(payload)
  client = await studioClient(payload, world.sides[0].people.cress)
  imported = (text) => importDraft(payload, text)
}, 120_000)

const document = (id: string) => ({
  format: 'referentiel/1',
  id,
  version: '1.0.0',
  title: 'Plan',
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  scales: [{ code: 's', label: 'S', values: [{ code: '1', label: 'Un', score: 1 }, { code: '2', label: 'Deux', score: 2 }] }],
  nodes: [
    { code: 't1', kind: 'theme', title: 'T1' },
    { code: 'c1', parent: 't1', kind: 'critere', title: 'C1', rating: 's' },
    { code: 'c2', parent: 't1', kind: 'critere', title: 'C2', rating: 's' },
    { code: 'c3', parent: 't1', kind: 'critere', title: 'C3', questions: [{ code: 'c3.q1', type: 'text', prompt: 'Q1' }, { code: 'c3.q2', type: 'text', prompt: 'Q2' }] },
    { code: 't2', kind: 'theme', title: 'T2' },
    { code: 'c4', parent: 't2', kind: 'critere', title: 'C4', rating: 's' },
    { code: 'c5', parent: 'c4', kind: 'critere', title: 'C5', rating: 's' },
  ],
})

/** An empty block says what its absence says. */
const said = (data: NodeRow['data']) => Object.fromEntries(Object.entries(data).filter(([, value]) => JSON.stringify(value) !== '{}'))

/** Everything that the studio shows of a draft: the plan with codes and words, the questions, the parts. */
const shown = (draft: Draft) => {
  const outline = outlineOf(draft)
  return {
    plan: treeLines(outline, () => true).map(({ node, level }) => [level, node.code, node.kind, said(node.data)]),
    questions: readingOrder(outline).map(({ code }) => outline.questionsOf(code).map((question) => [question.code, question.data])),
    parts: Object.fromEntries([...draft.parts].filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value])),
  }
}

type Action = { readonly what: string; readonly on: number; readonly other: number }

const actions: fc.Arbitrary<Action> = fc.record({
  what: fc.constantFrom('up', 'down', 'indent', 'outdent', 'before', 'after', 'inside', 'add', 'addAfter', 'ask', 'title', 'level', 'clear', 'remove', 'item', 'arrange', 'takeItem'),
  on: fc.nat(40),
  other: fc.nat(40),
})

const moving = (draft: Draft, { what, other }: Action, node: NodeRow): Change | null => {
  const outline = outlineOf(draft)
  const nodes = readingOrder(outline)
  const over = nodes[other % nodes.length]!
  const to = what === 'before' || what === 'after' || what === 'inside'
    ? landingPlace(outline, node, { over: over.id, where: what })
    : what === 'up' || what === 'down' || what === 'indent' || what === 'outdent' ? destinationOf(outline, node, what) : null
  return to === null ? null : moveTo(outline, node, to)
}

const changeOf = (draft: Draft, action: Action): Change | null => {
  const nodes = readingOrder(outlineOf(draft))
  const node = nodes[action.on % nodes.length]
  if (node === undefined) return null
  const base = node.revision
  const target = { row: node.id }
  const scales = { part: 'scales' as const }
  const scaleBase = draft.parts.get('scales')?.revision ?? 0
  switch (action.what) {
    case 'add': return { kind: 'add-node', id: randomUUID(), parent: node.id, nodeKind: 'critere', fields: { title: 'Neuf' } }
    case 'addAfter': return { kind: 'add-node', id: randomUUID(), parent: null, after: null, nodeKind: 'theme', fields: { title: 'Neuf' } }
    case 'ask': return { kind: 'add-question', id: randomUUID(), node: node.id, fields: { type: 'text', prompt: 'Quoi ?' } }
    case 'title': return { kind: 'set', target, path: ['title'], value: `Titre ${action.other}`, base }
    case 'level': return { kind: 'set', target, path: ['levelTexts', '1'], value: `Niveau ${action.other}`, base }
    case 'clear': return { kind: 'unset', target, path: ['statement'], base }
    case 'remove': return nodes.length > 3 ? { kind: 'remove', row: node.id, base } : null
    case 'item': return { kind: 'set', target: scales, path: ['s', 'values', `${action.other}`], value: { code: `${action.other}`, label: 'Neuf', score: null }, base: scaleBase }
    case 'arrange': return { kind: 'arrange', target: scales, path: ['s', 'values'], keys: ['2', '1'], base: scaleBase }
    case 'takeItem': return { kind: 'unset', target: scales, path: ['s', 'values', `${action.other}`], base: scaleBase }
    default: return moving(draft, action, node)
  }
}

/** Codes are the server's to give: the browser's guess is only shown until the answer. */
const withoutGuesses = (draft: Draft, known: Draft) =>
  shown({ ...draft, rows: new Map([...draft.rows].map(([id, row]) => [id, known.rows.has(id) ? { ...row, code: known.rows.get(id)!.code } : row])) })

describe('The browser and the server', () => {
  it('show the same draft after any action, and the same as before once it is taken back', async () => {
    let rank = 0
    await fc.assert(fc.asyncProperty(fc.array(actions, { minLength: 1, maxLength: 8 }), async (list) => {
      rank += 1
      const id = await imported(JSON.stringify(document(`plan-${rank}`)))
      let draft = draftOf(await client.open(id))
      for (const action of list) {
        const change = changeOf(draft, action)
        if (change === null) continue
        const draftBefore = draft
        const result = await client.apply(id, [change], { since: draft.sequence })
        const [first] = result.results
        if (first?.status === 'refused') continue
        const after = takeNews(draft, result)
        expect(withoutGuesses(interpret(draft, [change]), after)).toEqual(shown(after))
        expect(shown(draftOf(await client.open(id)))).toEqual(shown(after))
        draft = after
        if (first?.status !== 'applied') continue
        const before = shown(draftBefore)
        const back = takeNews(after, await undo(client, id, { ...result, sequence: after.sequence }))
        expect(shown(back)).toEqual(before)
        const again = changeOf(back, action)
        draft = again === null ? back : takeNews(back, await client.apply(id, [again], { since: back.sequence }))
      }
    }), { numRuns: 25 })
  }, 120_000)
})
