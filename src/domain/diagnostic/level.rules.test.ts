import { describe, expect, it } from 'vitest'

import { keysOf } from './level-keys.rules.ts'
import { levelCount, levelsOf, valueOfKey } from './level.rules.ts'

const value = (code: string, score: number | null, symbol: string | null = null) => ({ code, score, symbol })
const maturity = ['1', '2', '3', '4', '5'].map((code) => value(code, Number(code)))
const care = [...['1', '2', '3', '4'].map((code) => value(code, Number(code))), value('*', 4), value('NC', null), value('RI', null)]
const words = [value('initial', 1), value('engage', 2), value('confirme', 3), value('exemplaire', 4)]
const fromZero = [value('0', 0), value('1', 1), value('2', 2)]

describe('The levels of a scale', () => {
  it('are ranked among the values that count', () => {
    expect(levelsOf(care).map(({ mark, rank }) => [mark, rank])).toEqual([
      ['1', 1], ['2', 2], ['3', 3], ['4', 4], ['★', null], ['NC', null], ['RI', null],
    ])
    expect(levelCount(levelsOf(care))).toBe(4)
  })

  it('are ranked by what they count, wherever they stand, and share a rank where they count the same', () => {
    const mixed = [value('*', 9), value('haut', 3), value('bas', 1), value('bas aussi', 1)]
    expect(levelsOf(mixed).map(({ rank, isStar }) => [rank, isStar])).toEqual([[null, true], [2, false], [1, false], [1, false]])
    expect(levelCount(levelsOf(mixed))).toBe(2)
  })

  it('bear their own digit where they have one, their rank where they have a word', () => {
    expect(levelsOf(fromZero).map(({ mark }) => mark)).toEqual(['0', '1', '2'])
    expect(levelsOf(words).map(({ mark }) => mark)).toEqual(['1', '2', '3', '4'])
  })
})

describe('A key', () => {
  it.each([
    [maturity, '3', '3'],
    [maturity, '6', null],
    [maturity, 'a', null],
    [care, '*', '*'],
    [maturity, '*', null],
    [words, '2', 'engage'],
    [fromZero, '0', '0'],
    [fromZero, '3', null],
    [[value('yes', 1, '+'), value('no', 0, '−')], '2', 'no'],
  ] as const)('of %j: « %s » chooses %s', (values, key, expected) => {
    expect(valueOfKey(levelsOf(values), { key, code: '', shiftKey: false })).toBe(expected)
  })

  it.each([
    ['&', 'Digit1', false, '1'],
    ['é', 'Digit2', false, '2'],
    ['"', 'Digit3', false, '3'],
    ['2', 'Digit2', true, '2'],
    ['4', 'Numpad4', false, '4'],
    // Shift on a board whose upper row bears digits: a sign, not a digit.
    ['!', 'Digit1', true, null],
    ['p', 'KeyP', false, null],
  ] as const)('« %s » at %s (Shift: %s) means %s', (key, code, shiftKey, expected) => {
    expect(valueOfKey(levelsOf(maturity), { key, code, shiftKey })).toBe(expected)
  })
})

describe('The keys that are told', () => {
  it.each([['maturity', maturity], ['care', care], ['words', words], ['fromZero', fromZero]] as const)('of %s choose each its own value', (_name, values) => {
    const levels = levelsOf(values)
    const chosen = keysOf(levels).map((key) => valueOfKey(levels, { key, code: '', shiftKey: false }))
    expect(chosen).not.toContain(null)
    expect(new Set(chosen).size).toBe(chosen.length)
  })

  it('are as many as the levels', () => {
    expect(keysOf(levelsOf(maturity))).toHaveLength(5)
    expect(keysOf(levelsOf(fromZero))).toEqual(['0', '1', '2'])
  })
})
