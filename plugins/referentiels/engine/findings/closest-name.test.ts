import { describe, expect, it } from 'vitest'

import { closestName } from './closest-name.ts'

describe('The name that was meant', () => {
  it.each([
    ['o1.22', ['o1.1', 'o1.2', 'o2.2'], 'o1.2'],
    ['Repondu', ['somme', 'répondu'], 'répondu'],
    ['moyene', ['somme', 'moyenne'], 'moyenne'],
    ['chiffre_cle', ['chiffre-cle', 'chiffres'], 'chiffre-cle'],
    ['abc', ['xbc', 'abx'], 'abx'],
    ['xyz', ['somme', 'moyenne'], undefined],
    ['ab', ['cd'], undefined],
    ['constructor', [], undefined],
  ])('by %j among %j is %j', (wanted, known, meant) => {
    expect(closestName()(wanted, known)).toBe(meant)
  })

  it('is not looked for among long names, whose comparison costs', () => {
    expect(closestName()('a'.repeat(65), ['a'.repeat(64)])).toBeUndefined()
    expect(closestName()('a'.repeat(64), ['a'.repeat(65)])).toBeUndefined()
    expect(closestName()('a'.repeat(64), ['a'.repeat(63)])).toBe('a'.repeat(63))
  })

  it('is no longer looked for once a document has used up its comparisons', () => {
    const closest = closestName()
    const known = Array.from({ length: 2_000 }, (_, row) => `${'b'.repeat(57)}${row}`)
    const answers = Array.from({ length: 10 }, () => closest(`${'b'.repeat(57)}0x`, known))
    expect(answers[0]).toBe(known[0])
    expect(answers.at(-1)).toBeUndefined()
  })
})
