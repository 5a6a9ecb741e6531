import { describe, expect, it } from 'vitest'

import { cappedDepth, cappedLimit, checkedPage, refusedSort, refusedWhere } from './limits.rules.ts'
import { defaultLimits } from './types.ts'

const limits = { ...defaultLimits, maxConditions: 4, maxNesting: 3, maxValues: 6, maxSortFields: 2, maxQueryLength: 400 }

describe('The number of documents', () => {
  it.each([
    [undefined, false, undefined],
    [undefined, true, 100],
    ['', true, 100],
    [0, false, 100],
    [25, true, 25],
    [100, false, 100],
    [101, false, 100],
    [1e9, false, 100],
  ])('asked as %s (everything by default: %s) is %s', (asked, isUnlimitedByDefault, value) => {
    expect(cappedLimit(asked, { max: 100, isUnlimitedByDefault })).toEqual({ ok: true, value })
  })

  it.each([-1, 1.5, NaN, Infinity, 'dix', '10', [5], {}])('is refused as %s', (asked) => {
    expect(cappedLimit(asked, { max: 100, isUnlimitedByDefault: true })).toMatchObject({ ok: false })
  })
})

describe('The depth', () => {
  it('is cut down, and a negative one, which populates nothing, is left', () => {
    expect([undefined, -1, 0, 2, 3, 99].map((depth) => cappedDepth(depth, 2))).toEqual(
      [undefined, -1, 0, 2, 2, 2].map((value) => ({ ok: true, value })),
    )
    expect(cappedDepth('deux', 2)).toMatchObject({ ok: false })
  })
})

describe('The page', () => {
  it('is a number that a database can count to', () => {
    expect([undefined, 0, 1, 99].every((page) => checkedPage(page).ok)).toBe(true)
    expect([-1, 1.5, 2 ** 31, 'une'].some((page) => checkedPage(page).ok)).toBe(false)
  })
})

describe('A where', () => {
  const condition = (index: number) => ({ [`field${index}`]: { equals: index } })

  it.each([
    ['no condition', undefined],
    ['as many conditions as allowed', { and: [0, 1, 2, 3].map(condition) }],
    ['as many levels as allowed', { and: [{ or: [{ and: [condition(1)] }] }] }],
    ['as many values as allowed', { a: { in: [1, 2, 3] }, b: { not_in: '4,5,6' } }],
    ['a text with many commas', { a: { equals: ','.repeat(50) } }],
  ])('may have %s', (_what, where) => {
    expect(refusedWhere(where, limits)).toBeUndefined()
  })

  const nested = (levels: number): object => (levels === 0 ? condition(0) : { and: [nested(levels - 1)] })

  it.each([
    ['too many conditions', 'TOO_MANY_CONDITIONS', { and: [0, 1, 2, 3, 4].map(condition) }],
    ['too many conditions in different branches', 'TOO_MANY_CONDITIONS', { or: [{ and: [0, 1, 2].map(condition) }, { and: [3, 4].map(condition) }] }],
    ['too many operators on one field', 'TOO_MANY_CONDITIONS', { a: { equals: 1, like: 2, exists: 3, in: 4, all: 5 } }],
    ['too many levels', 'NESTED_TOO_DEEP', nested(4)],
    ['more levels than a counter could stand', 'NESTED_TOO_DEEP', nested(5000)],
    ['a path through too many relations', 'NESTED_TOO_DEEP', { 'a.b.c.d.e': { equals: 1 } }],
    ['too many values in a list', 'TOO_MANY_VALUES', { a: { in: [1, 2, 3, 4, 5, 6, 7] } }],
    ['too many values in a text', 'TOO_MANY_VALUES', { a: { in: '1,2,3,4,5,6,7' } }],
    ['too long a text', 'QUERY_TOO_LONG', { a: { like: 'x'.repeat(400) } }],
  ])('may not have %s', (_what, code, where) => {
    expect(refusedWhere(where, limits)).toMatchObject({ code })
  })
})

describe('A sort', () => {
  it('names a few fields, each a few relations away', () => {
    expect(refusedSort('-a,b', limits)).toBeUndefined()
    expect(refusedSort(['a', 'b', 'c'], limits)).toMatchObject({ code: 'SORT_TOO_LONG' })
    expect(refusedSort('a,b,c', limits)).toMatchObject({ code: 'SORT_TOO_LONG' })
    expect(refusedSort('a.b.c.d.e', limits)).toMatchObject({ code: 'NESTED_TOO_DEEP' })
  })
})
