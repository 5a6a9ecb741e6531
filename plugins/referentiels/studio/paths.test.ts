import { describe, expect, it } from 'vitest'

import { arranged, namesIn, overlaps, placeKey, placeOf, valueAt, withValueAt } from './paths.ts'
import { fits } from './shape.ts'

const scales = [
  { code: 'a', label: 'A', values: [{ code: '1', label: 'Un', score: 1 }, { code: '2', label: 'Deux', score: 2 }] },
  { code: 'b', label: 'B', values: [] },
]
const root = ['scales'] as const
const node = ['nodes', '*'] as const

const written = (value: unknown, path: readonly (string | number)[], to: unknown, at: readonly [string] | typeof node = root) =>
  withValueAt(value, { path, root: at, to })?.value

describe('A place in a draft', () => {
  it('is found by the names of items', () => {
    expect(valueAt(scales, ['a', 'values', '2', 'label'], root)).toBe('Deux')
    expect(valueAt(scales, [1, 'label'], root)).toBe('B')
    expect(valueAt(scales, ['c', 'label'], root)).toBeUndefined()
    expect(valueAt({ title: 'x' }, ['constructor'], node)).toBeUndefined()
  })

  it('is written without touching what stands beside it', () => {
    const after = written(scales, ['a', 'values', '1', 'label'], 'Premier')
    expect(valueAt(after, ['a', 'values', '1'], root)).toEqual({ code: '1', label: 'Premier', score: 1 })
    expect(valueAt(after, ['b'], root)).toBe(scales[1])
    expect(scales[0]?.values[0]?.label).toBe('Un')
  })

  it('gets a new item at the end, under its own name alone', () => {
    expect(written(scales, ['c'], { code: 'c', label: 'C', values: [] })).toHaveLength(3)
    expect(written(scales, ['c'], { code: 'd', label: 'D', values: [] })).toBeUndefined()
    expect(written(undefined, ['c'], { code: 'c', label: 'C', values: [] })).toEqual([{ code: 'c', label: 'C', values: [] }])
    expect(written({ title: 'x' }, ['levelTexts', '2'], 'Mieux', node)).toEqual({ title: 'x', levelTexts: { 2: 'Mieux' } })
  })

  it('loses an item, a field, or nothing when nothing was there', () => {
    expect(written(scales, ['a'], undefined)).toEqual([scales[1]])
    expect(written({ title: 'x', about: 'y' }, ['about'], undefined, node)).toEqual({ title: 'x' })
    expect(written({ title: 'x' }, ['about', 'en'], undefined, node)).toEqual({ title: 'x' })
  })

  it('never leads into a word', () => {
    expect(withValueAt({ title: 'x' }, { path: ['title', 'en'], root: node, to: 'y' })).toBeNull()
    expect(withValueAt(scales, { path: ['a', 'values', 7, 'label'], root, to: 'y' })).toBeNull()
  })

  it('keeps the order of the keys, so that a change shows as one', () => {
    expect(Object.keys(Object(written({ a: 1, title: 'x', b: 2 }, ['title'], 'y', node)))).toEqual(['a', 'title', 'b'])
  })

  it('can be put in another order; what is not named follows', () => {
    expect(namesIn(arranged(scales, ['b'], root) ?? [], root)).toEqual(['b', 'a'])
    expect(arranged(['x', 'y'], ['y'], ['sources'])).toBeNull()
  })

  it('is known to the format whatever the names on the way', () => {
    expect(placeOf(scales, ['a', 'values', '2', 'label'], root)).toEqual(['scales', '*', 'values', '*', 'label'])
    expect(placeOf(undefined, ['a', 'label'], root)).toEqual(['scales', '*', 'label'])
    expect(placeOf({}, ['levelTexts', '2'], node)).toEqual(['nodes', '*', 'levelTexts', '2'])
  })

  it('overlaps what stands above and below it, and nothing that only starts alike', () => {
    const title = placeKey(['title'])
    expect(overlaps(title, placeKey(['title', 'en']))).toBe(true)
    expect(overlaps(placeKey([]), title)).toBe(true)
    expect(overlaps(title, placeKey(['titles']))).toBe(false)
    expect(placeKey(['examples', 3])).toBe(placeKey(['examples']))
  })
})

describe('What could stand at a place', () => {
  it.each([
    [['nodes', '*', 'title'], 'Un titre', true],
    [['nodes', '*', 'title'], '', true],
    [['nodes', '*', 'title'], { fr: 'a', en: 'b' }, true],
    [['nodes', '*', 'title'], ['a'], false],
    [['nodes', '*', 'weight'], 2.5, true],
    [['nodes', '*', 'weight'], '2', false],
    [['nodes', '*', 'appliesIf'], 'profil.', true],
    [['nodes', '*', 'inconnu'], 'x', false],
    [['scales', '*', 'values', '*', 'score'], null, true],
    [['scales', '*', 'values', '*'], { code: '1', label: 'Un', score: null }, true],
    [['scales', '*', 'values', '*'], { code: '1', autre: 1 }, false],
    [['scoring', 'rules', '*', 'normalise'], { from: [1, 5], to: [0, 100] }, true],
    [['nodes', '*', 'questions', '*', 'type'], 'scal', true],
    [['dialogue', 'questions', '*', 'plainPrompt'], { byAudience: { jeunes: 'Dis' } }, true],
  ])('%j: %j is %s', (place, value, expected) => {
    expect(fits(place, value)).toBe(expected)
  })
})
