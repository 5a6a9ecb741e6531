import { describe, expect, it } from 'vitest'

import { choiceOf, inSentence, quotedList } from './typography.ts'

describe('The plugin’s French', () => {
  it('writes a label small within a sentence, and leaves acronyms', () => {
    expect(['Thème', 'Élément clé RSE', 'ODD', 'À revoir', 'B2'].map(inSentence)).toEqual(['thème', 'élément clé RSE', 'ODD', 'à revoir', 'B2'])
  })

  it('joins what it quotes with « et », what may be chosen with « ou »', () => {
    expect(quotedList(['a', 'b', 'c'])).toBe('«\u202fa\u202f», «\u202fb\u202f» et «\u202fc\u202f»')
    expect(choiceOf(['a', 'b'])).toBe('«\u202fa\u202f» ou «\u202fb\u202f»')
  })
})
