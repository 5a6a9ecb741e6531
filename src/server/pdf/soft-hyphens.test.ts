import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { withSoftHyphens } from './soft-hyphens.ts'

const cuts = (text: string) => withSoftHyphens(text).replaceAll('\u00ad', '-')

describe('places where a French word may be cut', () => {
  it.each([
    ['développement', 'dé-ve-lop-pe-ment'],
    ['organisation', 'or-ga-ni-sa-tion'],
    ['l’environnement', 'l’en-vi-ron-ne-ment'],
    ['établissement', 'éta-blis-se-ment'],
    ['Les bénévoles participent.', 'Les bé-né-voles par-ti-cipent.'],
  ])('%s: %s', (text, expected) => {
    expect(cuts(text)).toBe(expected)
  })

  it.each(['court', 'Christophe', 'ESSMS', 'écrire à pilote@exemple-essai.test', 'https://exemple.test/documentation', 'www.exemplaire.test', 'abcdefgh2'])(
    'there is none in « %s »',
    (text) => expect(cuts(text)).toBe(text),
  )

  it('change nothing that is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = text.replaceAll('\u00ad', '')
      expect(withSoftHyphens(plain).replaceAll('\u00ad', '')).toBe(plain)
    }))
  })

  it('leave two letters at least before the end of the line and three after it', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-zéèàçêîôûœ]{7,20}$/), (text) => {
      expect(cuts(text)).not.toMatch(/^.-|-.{0,2}$/)
    }))
  })
})
