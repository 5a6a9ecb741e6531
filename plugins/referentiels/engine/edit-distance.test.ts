import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'
import { editDistance } from './edit-distance.ts'

describe('The distance of two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['somme', 'somme', 0],
    ['some', 'somme', 1],
    ['sommme', 'somme', 1],
    ['sonme', 'somme', 1],
    ['smome', 'somme', 1],
    ['kitten', 'sitting', 3],
  ])('%j to %j is %i', (one, other, changes) => {
    expect(editDistance(one, other)).toBe(changes)
    expect(editDistance(other, one)).toBe(changes)
  })

  it('is the cheapest of all ways to change one into the other', () => {
    const cheapest = (one: string, other: string): number => {
      if (one === '' || other === '') return one.length + other.length
      const kept = one.at(-1) === other.at(-1) ? 0 : 1
      const [shorter, shorterOther] = [one.slice(0, -1), other.slice(0, -1)]
      const ways = [
        cheapest(shorter, other) + 1,
        cheapest(one, shorterOther) + 1,
        cheapest(shorter, shorterOther) + kept,
      ]
      const isSwap = one.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
      return Math.min(...ways, ...(isSwap ? [cheapest(one.slice(0, -2), other.slice(0, -2)) + 1] : []))
    }
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other)).toBe(cheapest(one, other))
      }),
      samples({ sample: 300, full: 10_000 }),
    )
  })
})
