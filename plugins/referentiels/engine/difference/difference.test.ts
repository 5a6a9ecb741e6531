import { describe, expect, it } from 'vitest'

import { normalise } from '../document/normalise.ts'
import { referentielDocument } from '../document/document.schema.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { missingDestinations } from './missing-destinations.ts'
import { nodeDifference } from './node-difference.ts'
import { compareVersions, versionRange } from './version-range.ts'

const identity = {
  format: 'referentiel/1',
  id: 'a',
  version: '1.0.0',
  title: 'A',
  kinds: [
    { code: 'theme', label: 'Thème' },
    { code: 'critere', label: 'Critère', assessable: true },
  ],
  scales: [{ code: 's', label: 'S', values: [{ code: '1', label: 'Un', score: 1 }, { code: '2', label: 'Deux', score: 2 }] }],
}

const criterion = (code: string, rest: object = {}) => ({ code, kind: 'critere', parent: 't1', title: code, rating: 's', ...rest })
const themes = [{ code: 't1', kind: 'theme', title: 'Un' }, { code: 't2', kind: 'theme', title: 'Deux' }]

const aDocument = (criteria: readonly object[], rest: object = {}): ReferentielDocument =>
  normalise(referentielDocument.parse({ ...identity, nodes: [...themes, ...criteria], ...rest }))

const unchanged = { added: [], removed: [], moved: [], reworded: [], rescored: [], changed: [] }
const [c1, c2, c3] = [criterion('c1'), criterion('c2'), criterion('c3')]

describe('The difference between two versions', () => {
  const before = aDocument([c1, c2, c3])

  it('is nothing for the same content', () => {
    expect(nodeDifference(before, aDocument([c1, c2, c3]))).toEqual(unchanged)
  })

  it('tells added and removed nodes, and moves none of their neighbours', () => {
    const after = aDocument([criterion('c0'), c1, c3])
    expect(nodeDifference(before, after)).toEqual({ ...unchanged, added: ['c0'], removed: ['c2'] })
  })

  it('tells the one node that was moved among its neighbours', () => {
    expect(nodeDifference(before, aDocument([c3, c1, c2]))).toEqual({ ...unchanged, moved: ['c3'], changed: ['c3'] })
  })

  it('tells a node that was put under another parent', () => {
    const after = aDocument([c1, criterion('c2', { parent: 't2' }), c3])
    expect(nodeDifference(before, after)).toEqual({ ...unchanged, moved: ['c2'], changed: ['c2'] })
  })

  it.each([
    ['a title', { title: 'Autrement' }],
    ['a help', { inspiringQuestions: ['Et vous ?'] }],
    ['a level’s text', { levelTexts: { 1: 'Ici, un' } }],
    ['a number', { number: '2.' }],
  ])('tells a node reworded by %s', (_, rest) => {
    expect(nodeDifference(before, aDocument([c1, criterion('c2', rest), c3]))).toEqual({ ...unchanged, reworded: ['c2'], changed: ['c2'] })
  })

  it.each([
    ['a weight', { weight: 2 }],
    ['imperativeness', { imperative: true }],
    ['a condition', { appliesIf: 'score.c1 > 1' }],
    ['another question', { questions: [{ code: 'q', type: 'number', prompt: 'Combien ?', min: 1 }] }],
  ])('tells a node rescored by %s', (_, rest) => {
    const { rescored, changed } = nodeDifference(before, aDocument([c1, criterion('c2', rest), c3]))
    expect({ rescored, changed }).toEqual({ rescored: ['c2'], changed: ['c2'] })
  })

  it('tells what a question says from what it counts', () => {
    const asked = (rest: object) => aDocument([criterion('c1', { questions: [{ code: 'q', type: 'number', prompt: 'Combien ?', ...rest }] })])
    expect(nodeDifference(asked({}), asked({ prompt: 'Combien donc ?' }))).toEqual({ ...unchanged, reworded: ['c1'], changed: ['c1'] })
    expect(nodeDifference(asked({}), asked({ max: 10 }))).toEqual({ ...unchanged, rescored: ['c1'], changed: ['c1'] })
  })

  it('tells every node that a scale’s new score rescores', () => {
    const [scale] = identity.scales
    const scales = [{ ...scale, values: [{ code: '1', label: 'Un', score: 0 }, { code: '2', label: 'Deux', score: 2 }] }]
    expect(nodeDifference(before, aDocument([c1, c2, c3], { scales })).rescored).toEqual(['c1', 'c2', 'c3'])
  })
})

describe('Old codes without a destination', () => {
  const before = aDocument([criterion('c1', { questions: [{ code: 'q1', type: 'text', prompt: 'Q' }] }), c2])

  it('are reported, a question’s too', () => {
    expect(missingDestinations(before, aDocument([c3], { version: '2.0.0' })).map(({ value, code }) => `${code} ${String(value)}`)).toEqual([
      'MIGRATION_INCOMPLETE c1',
      'MIGRATION_INCOMPLETE q1',
      'MIGRATION_INCOMPLETE c2',
    ])
  })

  it('are those that a migration from that very version leaves out', () => {
    const items = [{ from: 'c1', to: ['c3'], kind: 'renamed' }, { from: 'q1', kind: 'removed' }]
    const migrated = (from: string) => aDocument([c2, c3], { version: '2.0.0', migrations: [{ from, items }] })
    expect(missingDestinations(before, migrated('1.x'))).toEqual([])
    expect(missingDestinations(before, migrated('>=1.1.0 <2.0.0')).map(({ value }) => value)).toEqual(['c1', 'q1'])
  })
})

describe('A range of versions', () => {
  it.each([
    ['1.2.3', ['1.2.3'], ['1.2.2', '1.2.4']],
    ['1.x', ['1.0.0', '1.9.9'], ['0.9.9', '2.0.0']],
    ['1', ['1.5.0'], ['2.0.0']],
    ['1.2.*', ['1.2.0', '1.2.9'], ['1.1.9', '1.3.0']],
    ['>=1.0.0 <2.0.0', ['1.0.0', '1.99.0'], ['0.1.0', '2.0.0']],
    ['>1.2', ['1.3.0'], ['1.2.9']],
    ['<=1.2', ['1.2.9', '0.0.1'], ['1.3.0']],
    ['^1.2.0', ['1.2.0', '1.9.0'], ['1.1.9', '2.0.0']],
    ['^0.2.1', ['0.2.1', '0.2.9'], ['0.2.0', '0.3.0']],
    ['^0.0.3', ['0.0.3'], ['0.0.4']],
    ['~1.2.1', ['1.2.1', '1.2.9'], ['1.2.0', '1.3.0']],
    ['1.0.0 || 2.x', ['1.0.0', '2.4.0'], ['1.0.1', '3.0.0']],
    ['2025.7.30', ['2025.7.30'], ['2025.8.30']],
  ])('%s', (range, inside, outside) => {
    const covers = versionRange(range)
    expect(inside.filter((version) => !covers?.(version))).toEqual([])
    expect(outside.filter((version) => covers?.(version))).toEqual([])
  })

  it.each(['', 'avant la 2', '1.x.3', '1.2.3.4', '>= 1.0.0', '1.0.0 -', '||'])('%j is none', (range) => {
    expect(versionRange(range)).toBeUndefined()
  })

  it('orders versions by number', () => {
    expect(['1.10.0', '1.9.0', '2.0.0', '1.9.10'].toSorted(compareVersions)).toEqual(['1.9.0', '1.9.10', '1.10.0', '2.0.0'])
    expect(() => compareVersions('1.0', '1.0.0')).toThrow('Not a version')
  })
})
