import { describe, expect, it } from 'vitest'

import { fullText } from './field.tsx'

describe('A text field', () => {
  it('says when its text has reached the length at which the browser cuts it', () => {
    expect(fullText('a'.repeat(2_000), 2_000)).toContain('Longueur maximale atteinte (2\u202f000 caractères)')
    expect(fullText('a'.repeat(1_999), 2_000)).toBeUndefined()
    expect(fullText('a'.repeat(2_000), undefined)).toBeUndefined()
    expect(fullText(undefined, 2_000)).toBeUndefined()
  })
})
