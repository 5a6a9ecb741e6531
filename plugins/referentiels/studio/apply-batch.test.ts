import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkDocument } from '../engine/check/check-document.ts'
import { referentielDocument } from '../engine/document/document.schema.ts'
import { documentOf, partsOf, rowsOf } from '../publication/draft-rows.ts'
import { sampleText } from '../tests/sample-document.ts'
import { applyBatch } from './apply-batch.ts'
import type { Removal } from './change-tree.ts'
import { applyRequest, type Change } from './contract/changes.ts'
import { Desk, type DeskContent, type DeskRow } from './desk.ts'

const document = referentielDocument.parse(JSON.parse(sampleText({ id: 'essai', more: ['c3', 'c4'] })))
const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const content = (): DeskContent => ({
  version: '1.0.0',
  sequence: 0,
  isArranged: false,
  rows: new Map(rowsOf(document).map((row, index): [string, DeskRow] => [idOf(index), { ...row, id: idOf(index), revision: 1, touched: 0, marks: {} }])),
  parts: new Map(Object.entries(partsOf(document)).map(([name, part]) => [name, { ...part, touched: 0, marks: {} }])),
})

const known = fc.nat({ max: 9 }).map(idOf)
const anyId = fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fc.uuid() })
const parent = fc.oneof(anyId, fc.constant(null))
const after = fc.oneof(anyId, fc.constant(null), fc.constant(undefined))
const base = fc.nat({ max: 3 })
const code = fc.oneof(fc.constantFrom('t1', 'c1', 'c2.a', 'neuf', 'x.y-z', 'c 1', '', 'a.met', '__proto__', 'constructor'), fc.string({ maxLength: 12 }))
const key = fc.oneof(fc.constantFrom('title', 'levelTexts', 'rating', 'kind', 'code', 'questions', 'deux', 'values', '1', 'label', 'petit', 'include', 'autre', 'items', 'c1→1', '__proto__', 'rules', '1.0.0', 'visibility'), fc.nat({ max: 3 }), fc.string({ maxLength: 5 }))
const target = fc.oneof(anyId.map((row) => ({ row })), fc.constantFrom('scales', 'kinds', 'subsets', 'mappings', 'binding', 'scoring', 'title').map((part) => ({ part })))
const path = fc.array(key, { maxLength: 4 })

const change = fc.oneof(
  fc.record({ kind: fc.constant('set'), target, path, value: fc.jsonValue({ maxDepth: 2 }), base }),
  fc.record({ kind: fc.constant('set'), target: anyId.map((row) => ({ row })), path: fc.constant(['title']), value: fc.string({ maxLength: 8 }), base }),
  fc.record({ kind: fc.constant('unset'), target, path, base }),
  fc.record({ kind: fc.constant('arrange'), target, path, keys: fc.array(fc.constantFrom('1', '2', 'deux', 'theme', 'critere')), base }),
  fc.record({ kind: fc.constant('add-node'), id: fc.uuid(), parent, after, code: fc.option(code, { nil: undefined }), nodeKind: fc.constantFrom('theme', 'critere', 'rien'), fields: fc.constantFrom({}, { title: 'Neuf' }, { title: 4 }) }),
  fc.record({ kind: fc.constant('add-question'), id: fc.uuid(), node: anyId, after, fields: fc.constantFrom({ type: 'text', prompt: 'Quoi ?' }, {}) }),
  fc.record({ kind: fc.constant('duplicate'), source: anyId, id: fc.uuid() }),
  fc.record({ kind: fc.constant('move'), row: anyId, parent, after, base }),
  fc.record({ kind: fc.constant('rename'), row: anyId, code, base }),
  fc.record({ kind: fc.constant('renumber'), parent, style: fc.constantFrom('nested', 'through') }),
  fc.record({ kind: fc.constant('remove'), row: anyId, base }),
  fc.record({ kind: fc.constant('version'), version: fc.constantFrom('1.0.1', '2.0.0', 'x') }),
)

/** What the browser may send: nothing else reaches a desk. */
const batch = fc.array(change, { minLength: 1, maxLength: 6 }).filter((changes) => applyRequest.safeParse({ operation: idOf(1), since: 0, changes }).success)
const changesOf = (raw: unknown): readonly Change[] => applyRequest.parse({ operation: idOf(1), since: 0, changes: raw }).changes

const author = (person: string) => ({ person, at: '2026-01-01T00:00:00.000Z' })

const apply = (desk: Desk, changes: readonly Change[], removals = new Map<string, Removal>()) => {
  const ids = { next: 500 }
  const surroundings = {
    since: 99,
    newId: () => idOf(ids.next++),
    removalAt: (sequence: number, index: number) => removals.get(`${sequence} ${index}`),
    versions: new Set<string>(),
  }
  const applied = applyBatch(desk, changes, surroundings)
  for (const [index, removal] of applied.removals) removals.set(`${desk.sequence} ${index}`, removal)
  return applied.outcomes
}

const again = (desk: Desk, person: string): Desk => new Desk({ ...desk, sequence: desk.sequence }, author(person))

/** What the draft says: its document as shown, without empty blocks that an undone field may leave. */
const said = (desk: Desk): unknown => {
  const parts = Object.fromEntries(desk.parts)
  const whole = documentOf({ referentiel: 'essai', version: desk.version, parts, rows: [...desk.rows.values()], isArranged: true })
  return JSON.parse(JSON.stringify(whole), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([, member]) => !(typeof member === 'object' && member !== null && Object.keys(member).length === 0)))
      : value,
  )
}

describe('Any batch that a browser may send', () => {
  it('leaves a draft that can be shown and checked: codes are unique, nobody stands below themselves', () => {
    fc.assert(
      fc.property(batch, (raw) => {
        const desk = new Desk(content(), author('ada'))
        const outcomes = apply(desk, changesOf(raw))
        expect(outcomes).toHaveLength(raw.length)
        const codes = [...desk.rows.values()].map((row) => row.code)
        expect(new Set(codes).size).toBe(codes.length)
        const checked = checkDocument(documentOf({ referentiel: 'essai', version: desk.version, parts: Object.fromEntries(desk.parts), rows: [...desk.rows.values()], isArranged: desk.isArranged }))
        expect(checked.findings.filter((finding) => finding.code === 'BOUCLE' || finding.code === 'ORPHELIN')).toEqual([])
        const nodes = new Set([...desk.rows.values()].flatMap((row) => (row.row === 'node' ? [row.code] : [])))
        for (const row of desk.rows.values()) {
          const above = row.node ?? row.parent
          if (above !== null) expect(nodes.has(above)).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('is undone whole by its inverses, the last first', () => {
    fc.assert(
      fc.property(batch, (raw) => {
        const start = new Desk(content(), author('ada'))
        const before = said(start)
        const removals = new Map<string, Removal>()
        const outcomes = apply(start, changesOf(raw), removals)
        const inverses = outcomes.toReversed().flatMap((outcome) => (outcome.status === 'applied' ? outcome.inverse : []))
        const back = again(start, 'ada')
        const undone = apply(back, inverses, removals)
        expect(undone.filter(({ status }) => status === 'refused' || status === 'conflict')).toEqual([])
        expect(said(back)).toEqual(before)
      }),
      { numRuns: 1_000 },
    )
  })

  it('overwrites nothing that somebody else wrote meanwhile', () => {
    fc.assert(
      fc.property(batch, fc.constantFrom(0, 1, 2, 5), fc.string({ minLength: 1, maxLength: 8 }), (raw, row, words) => {
        const first = new Desk(content(), author('bea'))
        const [written] = apply(first, [{ kind: 'set', target: { row: idOf(row) }, path: ['about'], value: words, base: 1 }])
        expect(written?.status).toBe('applied')
        const second = again(first, 'ada')
        apply(second, changesOf(raw).filter((each) => each.kind !== 'remove' && !('base' in each && each.base > 1)))
        expect(second.rows.get(idOf(row))?.data['about']).toBe(words)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('A change from a state that there never was', () => {
  it('overwrites nothing of a colleague', () => {
    const first = new Desk(content(), { person: 'bea', at: '2026-01-01T00:00:00.000Z' })
    const [row] = first.rows.values()
    if (row === undefined) throw new Error('no row')
    const surroundings = { since: 0, newId: () => idOf(1), removalAt: () => undefined, versions: new Set<string>() }
    applyBatch(first, [{ kind: 'set', target: { row: row.id }, path: ['about'], value: 'De Béa', base: 1 }], surroundings)
    const later = new Desk({ ...content(), rows: first.rows, sequence: 1 }, { person: 'ada', at: '2026-01-01T00:01:00.000Z' })
    const { outcomes } = applyBatch(later, [{ kind: 'set', target: { row: row.id }, path: ['about'], value: 'D’Ada', base: 99 }], surroundings)
    expect(outcomes).toMatchObject([{ status: 'conflict', reason: 'changed', theirs: 'De Béa', by: 'bea' }])
  })
})

describe('A batch that copies and takes out again', () => {
  it('copies no more than a draft may hold', () => {
    const { rows, ...rest } = content()
    const [top] = rows.values()
    if (top === undefined) throw new Error('no row')
    const many = Array.from({ length: 2_000 }, (_, index): [string, DeskRow] => [
      idOf(1_000 + index), { ...top, id: idOf(1_000 + index), code: `n${index}`, parent: top.code, position: index + 1 },
    ])
    const desk = new Desk({ ...rest, rows: new Map([...rows, ...many]) }, { person: null, at: '2026-01-01T00:00:00.000Z' })
    const changes = Array.from({ length: 30 }, (_, index): readonly Change[] => [
      { kind: 'duplicate', source: top.id, id: idOf(900_000 + index) }, { kind: 'remove', row: idOf(900_000 + index), base: 1 },
    ]).flat()
    let next = 1_000_000
    const { outcomes } = applyBatch(desk, changes, { since: 0, newId: () => idOf((next += 1)), removalAt: () => undefined, versions: new Set() })
    const copies = outcomes.filter((_, index) => index % 2 === 0).map((outcome) => (outcome.status === 'refused' ? outcome.code : outcome.status))
    expect(copies.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 'applied'))
    expect(copies.slice(25)).toEqual(Array.from({ length: 5 }, () => 'FULL'))
  })
})
