import { describe, expect, it } from 'vitest'

import { rated, sampleDocument, theme } from '../tests/sample-document.ts'
import { checkDocument } from './check-document.ts'

const suggested = (document: unknown) =>
  checkDocument(document).findings.flatMap(({ severity, code, value, suggestion }) => (severity === 'error' ? [[code, value, suggestion]] : []))

describe('A name that the format refuses', () => {
  it.each([
    ['Has', 'has'],
    ['has!', 'has'],
    ['Maturité', undefined],
    ['Évaluation de la HAS', undefined],
  ])('as a scale %j is suggested a scale that exists, or none', (rating, suggestion) => {
    expect(suggested(sampleDocument([theme('t'), rated('c1', { parent: 't', rating })]))).toEqual([['CODE_INVALIDE', rating, suggestion]])
  })

  it('is suggested an element or a level of the plan that exists', () => {
    const document = sampleDocument([theme('t1'), rated('c1', { parent: 't 1' }), rated('c2', { parent: 't1', kind: 'Criterion' }), rated('c3', { parent: 'a b', kind: 'A b' })])
    expect(suggested(document)).toEqual([
      ['CODE_INVALIDE', 't 1', 't1'],
      ['CODE_INVALIDE', 'Criterion', 'criterion'],
      ['CODE_INVALIDE', 'a b', undefined],
      ['CODE_INVALIDE', 'A b', undefined],
    ])
  })

  it('of the thing itself is suggested as the format writes it', () => {
    expect(suggested({ ...sampleDocument([theme('t 1')]), id: 'Le nôtre' })).toEqual([
      ['CODE_INVALIDE', 'Le nôtre', 'le-notre'],
      ['CODE_INVALIDE', 't 1', 't-1'],
    ])
  })
})
