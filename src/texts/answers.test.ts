import { describe, expect, it } from 'vitest'

import { answerFindingCodes } from '#plugins/referentiels/engine/evaluate/answer-finding.ts'
import type { AnswerFinding } from '#plugins/referentiels/engine/evaluate/answer-finding.ts'
import { answerSentence } from './answers.ts'

const bare = (code: AnswerFinding['code']): AnswerFinding => ({ severity: 'error', code, path: ['answers', 'c1'] })

describe('What is wrong with an answer', () => {
  it.each(answerFindingCodes)('%s is told in French sentences that need nothing else', (code) => {
    const full: AnswerFinding = { ...bare(code), value: '9', expected: ['1', '2'], bounds: { min: 0, max: 10 } }
    for (const finding of [bare(code), full]) {
      const sentence = answerSentence(finding)
      expect(sentence).toMatch(/^\p{Lu}.*[.]$/u)
      expect(sentence).not.toMatch(/undefined|null|NaN|'| {2}/)
    }
  })

  it('names what may be chosen and between what', () => {
    expect(answerSentence({ ...bare('VALEUR_INCONNUE'), expected: ['1', '2', 'NC'] })).toBe(
      'Cette valeur n’est pas proposée. Choisissez «\u202f1\u202f», «\u202f2\u202f» ou «\u202fNC\u202f».',
    )
    expect(answerSentence({ ...bare('BORNES'), bounds: { min: null, max: 10 } })).toBe(
      'La valeur attendue est de 10 au plus. Corrigez la réponse.',
    )
  })
})
