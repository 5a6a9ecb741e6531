import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { studioTexts } from '../../texts/studio/studio.ts'
import type { Change } from '../contract/changes.ts'
import type { Draft, NodeRow, QuestionRow, Row } from './draft.ts'
import { partOf } from './draft.ts'
import { interpret } from './interpret.rules.ts'
import { destinationOf, landingPlace, moveTo, renumberBelow } from './moves.rules.ts'
import type { Outline } from './outline.rules.ts'
import { outlineOf, parentOf, readingOrder, siblingsOf, treeLines } from './outline.rules.ts'
import { valueAt } from '../paths.ts'
import { keysOf } from './item-keys.rules.ts'

const node = (code: string, parent: string | null, position: number, more: Partial<NodeRow> = {}): NodeRow => ({
  id: `id-${code}`, row: 'node', code, parent, kind: parent === null ? 'theme' : 'critere', position, data: { title: `Titre ${code}` }, revision: 1, ...more,
})
const question = (code: string, on: string, position: number): QuestionRow => ({
  id: `id-${code}`, row: 'question', code, node: on, position, data: { type: 'text', prompt: code }, revision: 1,
})

const draftOf = (rows: readonly Row[]): Draft => ({
  version: '1.0.0',
  sequence: 1,
  rows: new Map(rows.map((row) => [row.id, row])),
  parts: new Map([['scales', { revision: 1, value: [{ code: 'm', label: 'M', values: [{ code: '1', label: '1', score: 1 }, { code: '2', label: '2', score: 2 }] }] }]]),
})

const small = (): Draft =>
  draftOf(
    [node('t1', null, 0), node('c1', 't1', 1), node('c2', 't1', 2), node('c3', 't1', 3), node('t2', null, 4), node('c4', 't2', 5),
      question('c1.q1', 'c1', 0), question('c1.q2', 'c1', 1)],
  )

const shown = (draft: Draft): string => {
  const outline = outlineOf(draft)
  return treeLines(outline, () => true).map(({ node: each, level }) => `${'-'.repeat(level - 1)}${each.code}`).join(' ')
}

const nodeOf = (outline: Outline, code: string): NodeRow => outline.byCode.get(code)!

describe('the plan', () => {
  it('shows each element under its parent, in order', () => {
    expect(shown(small())).toBe('t1 -c1 -c2 -c3 t2 -c4')
  })

  it('shows at the top what has no parent that exists, and what stands in a loop', () => {
    const lost = draftOf([node('a', 'absent', 0), node('b', 'c', 1), node('c', 'b', 2), node('d', 'c', 3)])
    expect(shown(lost)).toBe('a b c d')
  })

  it('tells the place of each line among its own', () => {
    const lines = treeLines(outlineOf(small()), ({ code }) => code === 't2')
    expect(lines.map(({ node: { code }, level, place, siblings, isOpen }) => [code, level, place, siblings, isOpen])).toEqual([
      ['t1', 1, 1, 2, false], ['t2', 1, 2, 2, true], ['c4', 2, 1, 1, false],
    ])
  })
})

describe('moving by the keyboard', () => {
  const moved = (code: string, direction: Parameters<typeof destinationOf>[2]): string => {
    const draft = small()
    const outline = outlineOf(draft)
    const to = destinationOf(outline, nodeOf(outline, code), direction)
    return to === null ? 'nowhere' : shown(interpret(draft, [moveTo(outline, nodeOf(outline, code), to)!]))
  }

  it('goes one up or down among its siblings', () => {
    expect(moved('c2', 'up')).toBe('t1 -c2 -c1 -c3 t2 -c4')
    expect(moved('c2', 'down')).toBe('t1 -c1 -c3 -c2 t2 -c4')
    expect(moved('t2', 'up')).toBe('t2 -c4 t1 -c1 -c2 -c3')
  })

  it('goes under the one above, and out after its parent', () => {
    expect(moved('c2', 'indent')).toBe('t1 -c1 --c2 -c3 t2 -c4')
    expect(moved('c2', 'outdent')).toBe('t1 -c1 -c3 c2 t2 -c4')
  })

  it('stays where there is nowhere to go', () => {
    expect([moved('c1', 'up'), moved('c3', 'down'), moved('c1', 'indent'), moved('t1', 'outdent')]).toEqual(Array(4).fill('nowhere'))
  })
})

describe('numbering', () => {
  it('is of what an element holds, or of the whole plan', () => {
    const outline = outlineOf(small())
    expect(renumberBelow(outline, nodeOf(outline, 't1'))).toEqual({ kind: 'renumber', parent: 'id-t1', style: 'nested' })
    expect(renumberBelow(outline, null)).toEqual({ kind: 'renumber', parent: null, style: 'nested' })
  })

  it('is nothing below a leaf, nor in an empty plan, and that is said', () => {
    const outline = outlineOf(small())
    expect(renumberBelow(outline, nodeOf(outline, 'c1'))).toBeNull()
    expect(renumberBelow(outlineOf(draftOf([])), null)).toBeNull()
    expect(studioTexts.tree.nothingToNumber('L’entrée')).toBe('«\u202fL’entrée\u202f» ne contient aucun élément\u00a0: il n’y a rien à numéroter dedans.')
  })
})

describe('moving by hand', () => {
  const dropped = (code: string, over: string, where: 'before' | 'after' | 'inside'): string => {
    const draft = small()
    const outline = outlineOf(draft)
    const to = landingPlace(outline, nodeOf(outline, code), { over: `id-${over}`, where })
    return to === null ? 'refused' : shown(interpret(draft, [moveTo(outline, nodeOf(outline, code), to)!]))
  }

  it('lands before, after or inside the line that it is held over', () => {
    expect(dropped('c1', 'c4', 'before')).toBe('t1 -c2 -c3 t2 -c1 -c4')
    expect(dropped('c1', 'c4', 'after')).toBe('t1 -c2 -c3 t2 -c4 -c1')
    expect(dropped('c1', 'c3', 'after')).toBe('t1 -c2 -c3 -c1 t2 -c4')
    expect(dropped('c1', 't2', 'inside')).toBe('t1 -c2 -c3 t2 -c4 -c1')
  })

  it('never lands inside itself', () => {
    expect(dropped('t1', 'c2', 'inside')).toBe('refused')
    expect(dropped('t1', 't1', 'after')).toBe('refused')
  })
})

describe('what shows before the server has answered', () => {
  const shows = (...changes: readonly Change[]): string => shown(interpret(small(), changes))

  it('adds under the next free code of its siblings, after the one that is chosen', () => {
    const add = { kind: 'add-node', id: 'neuf', parent: 'id-t1', nodeKind: 'critere', fields: { title: 'Neuf' } } as const
    expect(shows({ ...add, after: 'id-c1' })).toBe('t1 -c1 -c5 -c2 -c3 t2 -c4')
    expect(shows({ ...add, after: null })).toBe('t1 -c5 -c1 -c2 -c3 t2 -c4')
    expect(shows(add)).toBe('t1 -c1 -c2 -c3 -c5 t2 -c4')
  })

  it('removes a branch with its questions', () => {
    const after = interpret(small(), [{ kind: 'remove', row: 'id-t1', base: 1 }])
    expect([...after.rows.values()].map(({ code }) => code)).toEqual(['t2', 'c4'])
  })

  it('writes and takes out a field of a row, and a place of a part', () => {
    const after = interpret(small(), [
      { kind: 'set', target: { row: 'id-c1' }, path: ['levelTexts', '2'], value: 'Deux', base: 1 },
      { kind: 'unset', target: { row: 'id-c2' }, path: ['title'], base: 1 },
      { kind: 'set', target: { row: 'id-c3' }, path: ['kind'], value: 'objectif', base: 1 },
      { kind: 'set', target: { part: 'scales' }, path: ['m', 'values', '1', 'label'], value: 'Un', base: 1 },
      { kind: 'set', target: { part: 'scales' }, path: ['m', 'values', '3'], value: { code: '3', label: 'Trois', score: 3 }, base: 1 },
      { kind: 'set', target: { part: 'lists' }, path: ['l'], value: { code: 'l' }, base: 0 },
    ])
    expect(after.rows.get('id-c1')?.data).toEqual({ title: 'Titre c1', levelTexts: { 2: 'Deux' } })
    expect(after.rows.get('id-c2')?.data).toEqual({})
    expect(after.rows.get('id-c3')).toMatchObject({ kind: 'objectif' })
    expect(partOf(after, 'scales')).toEqual([{ code: 'm', label: 'M', values: [
      { code: '1', label: 'Un', score: 1 }, { code: '2', label: '2', score: 2 }, { code: '3', label: 'Trois', score: 3 },
    ] }])
    expect(partOf(after, 'lists')).toEqual([{ code: 'l' }])
  })

  it('orders and takes out the items of a list by their names', () => {
    const values = (change: Change): unknown => valueAt(partOf(interpret(small(), [change]), 'scales'), ['m', 'values'], ['scales'])
    expect(values({ kind: 'arrange', target: { part: 'scales' }, path: ['m', 'values'], keys: ['2', '1'], base: 1 })).toMatchObject([{ code: '2' }, { code: '1' }])
    expect(values({ kind: 'unset', target: { part: 'scales' }, path: ['m', 'values', '1'], base: 1 })).toMatchObject([{ code: '2' }])
  })

  it('moves a question among those of its node', () => {
    const after = interpret(small(), [{ kind: 'move', row: 'id-c1.q2', parent: 'id-c1', after: null, base: 1 }])
    expect(outlineOf(after).questionsOf('c1').map(({ code }) => code)).toEqual(['c1.q2', 'c1.q1'])
  })

  it('names the lines of a mapping by both ends, and nameless items by their place', () => {
    expect(keysOf([{ from: 'c1', to: '6.2' }, { from: 'c2', to: '6.3' }], 'mappings.*.items')).toEqual(['c1→6.2', 'c2→6.3'])
    expect(keysOf([{ code: 'a' }, { code: 'a' }], 'scales')).toEqual([0, 1])
    expect(keysOf(['x', 'y'], 'examples')).toEqual([0, 1])
  })
})

/** A draft of some depth, its rows in any order, positions with gaps. */
const anyDraft = fc.array(fc.record({ parent: fc.nat(30), position: fc.nat(12), questions: fc.nat(2) }), { minLength: 1, maxLength: 18 }).map((specs) => {
  const rows: Row[] = specs.map(({ parent, position }, index) =>
    node(`n${index}`, parent < index ? `n${parent}` : null, position * 32 + index))
  specs.forEach(({ questions }, index) => {
    for (let rank = 0; rank < questions; rank += 1) rows.push(question(`n${index}.q${rank}`, `n${index}`, rank))
  })
  return draftOf(rows)
})

describe('any move', () => {
  it('is shown where it leads, loses no element, and the way back leads back', () => {
    const directions = fc.constantFrom('up', 'down', 'indent', 'outdent', 'before', 'after', 'inside')
    fc.assert(fc.property(anyDraft, fc.array(fc.tuple(fc.nat(30), fc.nat(30), directions), { maxLength: 12 }), (start, moves) => {
      let draft = start
      for (const [of, other, how] of moves) {
        const outline = outlineOf(draft)
        const nodes = readingOrder(outline)
        const chosen = nodes[of % nodes.length]!
        const to = how === 'before' || how === 'after' || how === 'inside'
          ? landingPlace(outline, chosen, { over: nodes[other % nodes.length]!.id, where: how })
          : destinationOf(outline, chosen, how)
        const change = to === null ? null : moveTo(outline, chosen, to)
        if (to === null || change === null) continue
        const siblings = siblingsOf(outline, chosen)
        const home = siblings[siblings.indexOf(chosen) - 1]?.id ?? null
        const after = interpret(draft, [change])
        const there = outlineOf(after)
        const moved = there.byId.get(chosen.id)!
        const beside = siblingsOf(there, moved)
        expect(moved.parent).toBe(to.parent?.code ?? null)
        expect(beside[beside.indexOf(moved) + 1]?.id).toBe(to.before?.id)
        expect(new Set(readingOrder(there)).size).toBe(nodes.length)
        const back = interpret(after, [{ ...change, parent: parentOf(outline, chosen)?.id ?? null, after: home }])
        expect(shown(back)).toBe(shown(draft))
        draft = after
      }
    }), { numRuns: 300 })
  })
})
