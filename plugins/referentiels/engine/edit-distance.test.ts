import { describe, expect, it } from 'vitest'

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
})
