import { describe, expect, it } from 'vitest'

import { findingCodes } from '../engine/findings/finding.ts'
import type { Finding } from '../engine/findings/finding.ts'
import { expectedWords, sentenceOf } from './findings.ts'

const bare = (code: Finding['code'], rest: Partial<Finding> = {}): Finding => ({ severity: 'error', code, path: [], ...rest })

describe('The sentence of a finding', () => {
  it.each(findingCodes)('of %s says what is wrong even without its facts', (code) => {
    expect(sentenceOf(bare(code))).toMatch(/^[A-ZÀ-Ü«].{20,}[.?]$/u)
    expect(sentenceOf(bare(code))).not.toMatch(/ [;!?»]|« |\p{L}'\p{L}/u)
  })

  it('asks back when something can be guessed', () => {
    const finding = bare('REF_INCONNUE', { value: 'o1.22', suggestion: 'o1.2', parameters: { target: 'parent' } })
    expect(sentenceOf(finding)).toBe('L’élément parent «\u202fo1.22\u202f» n’existe pas. Vouliez-vous «\u202fo1.2\u202f»\u202f?')
  })

  it.each([
    ['VERSION_EXISTE', 'La version 1.2.0 existe déjà en brouillon avec un autre contenu.'],
    ['VERSION_PUBLIEE', 'La version 1.2.0 est publiée\u00a0: elle ne change plus. Donnez-lui la version 1.3.0.'],
    ['VERSION_RECULE', 'La version 1.2.0 est plus ancienne que la version 2.0.0'],
    ['VERSION_INSUFFISANTE', 'Donnez-lui la version 1.3.0.'],
  ] as const)('%s proposes the next version once', (code, part) => {
    const sentence = sentenceOf(bare(code, { value: '1.2.0', suggestion: '1.3.0', parameters: { stored: '2.0.0' } }))
    expect(sentence).toContain(part)
    expect(sentence).not.toContain('Vouliez-vous')
  })

  it('takes no name of the file for one of its own words', () => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect(sentenceOf(bare('SYNTAXE', { parameters: { reason: word } }))).toContain('ne peut pas être lu')
      expect(sentenceOf(bare('REF_INCONNUE', { value: word, parameters: { target: word } }))).toContain('L’élément')
      expect(expectedWords(bare('FORME', { expected: word }))).toBe(word)
    }
  })
})
