import { describe, expect, it } from 'vitest'

import { closestTo, editDistance } from './closest.ts'

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

describe('The word that was meant', () => {
  it.each([
    ['o1.22', ['o1.1', 'o1.2', 'o2.2'], 'o1.2'],
    ['Repondu', ['somme', 'répondu'], 'répondu'],
    ['moyene', ['somme', 'moyenne'], 'moyenne'],
    ['xyz', ['somme', 'moyenne'], undefined],
    ['ab', ['cd'], undefined],
    ['constructor', [], undefined],
  ])('%j among %j is %j', (word, candidates, meant) => {
    expect(closestTo(word, candidates)).toBe(meant)
  })

  it('is not looked for where the comparison would cost', () => {
    expect(closestTo('a'.repeat(65), ['a'.repeat(64)])).toBeUndefined()
    expect(closestTo('a'.repeat(64), ['a'.repeat(63)])).toBe('a'.repeat(63))
  })
})
