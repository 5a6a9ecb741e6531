import { describe, expect, it } from 'vitest'

import { withoutAccents } from './without-accents.ts'

describe('Words as one looks for them', () => {
  it.each([['Énergie', 'energie'], ['ŒUVRES', 'oeuvres'], ['À l’entrée', 'a l’entree'], ['1.2', '1.2']])('%s is found by %s', (text, typed) => {
    expect(withoutAccents(text)).toBe(typed)
  })
})
