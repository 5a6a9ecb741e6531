import { describe, expect, it } from 'vitest'

import { tidyText } from './tidy.ts'

describe('tidyText', () => {
  it.each([
    ['what PostgreSQL refuses', 'Éner\u0000gie \ud83d verte \u0000', 'Énergie \ufffd verte'],
    ['decomposed letters', 'De\u0301chets', 'Déchets'],
    ['lines of other systems and blanks at their ends', 'un  \r\ndeux\r\r\n', 'un\ndeux'],
    ['a whole sign of two halves, kept', 'Merci 🌱', 'Merci 🌱'],
  ])('mends %s, once for all', (_, written, tidy) => {
    expect(tidyText(written)).toBe(tidy)
    expect(tidyText(tidy)).toBe(tidy)
  })
})
