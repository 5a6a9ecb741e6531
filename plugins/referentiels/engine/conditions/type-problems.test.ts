import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../../tests/support/sample.ts'
import type { Reference } from './expression.ts'
import type { ReferenceType } from './expression-type.ts'
import { parseExpression } from './parse-expression.ts'
import { printExpression } from './print-expression.ts'
import { referencesOf } from './references-of.ts'
import { expression } from './tests/arbitrary-expression.ts'
import { typeProblems } from './type-problems.ts'

const types = new Map<string, ReferenceType>([
  ['profile.public', 'list'],
  ['profile.secteur', 'text'],
  ['profile.effectif', 'number'],
  ['profile.employeur', 'boolean'],
  ['answer.niveau', 'text'],
  ['score.c1', 'number'],
  ['score.c1.met', 'boolean'],
  ['node.number', 'code'],
  ['node.tags', 'list'],
])

const typeOfReference = (reference: Reference): ReferenceType => types.get(printExpression(reference, 'en')) ?? 'any'

const problems = (source: string, wanted: 'condition' | 'formula') => {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${JSON.stringify(parsed.error)}`)
  return typeProblems(parsed.value, { typeOfReference, wanted })
}

describe('A condition that means something', () => {
  it.each([
    'profil.public recoupe ["PA", "PHA"] et non (réponse.x = "oui")',
    'profil.secteur dans ["medico-social"] et profil.secteur = "social"',
    'profil.public = ["PA", "PHA"]',
    '"x" dans node.tags',
    'réponse.niveau >= 3 ou réponse.niveau = "NC"',
    'score.c1 > 2 et score.c1.met et non profil.employeur',
    'score.c1.met = oui et profil.employeur = "non"',
    'réponse.jour < "2027-01-01"',
    'si(profil.employeur; réponse.x; score.c1 > 1)',
    'nombre(profil.public) > 1',
    'nœud.number = "1.10" et "2" dans ["1"] et node.number dans ["1.1"]',
    'réponse.x',
    'réponse.niveau',
    'profil.effectif + réponse.x * 2 > moyenne(réponse.x; [1, 2])',
    'si(oui; 1; 2) > si(oui; "1"; "2")',
    'si(oui; "PA"; 1) > 1',
  ])('%s raises nothing', (source) => {
    expect(problems(source, 'condition')).toEqual([])
  })
})

describe('A condition that can’t mean anything', () => {
  it.each([
    ['profil.effectif', 'truth', 0, 'profil.effectif'],
    ['profil.effectif et oui', 'truth', 0, 'profil.effectif'],
    ['oui ou "PA"', 'truth', 7, '"PA"'],
    ['non profil.public', 'truth', 4, 'profil.public'],
    ['si(profil.effectif; oui; non)', 'truth', 3, 'profil.effectif'],
    ['profil.public > 1', 'ordered', 0, 'profil.public'],
    ['1 < (oui et non)', 'ordered', 5, 'vrai et faux'],
    ['réponse.niveau < "NC"', 'ordered', 17, '"NC"'],
    ['node.number >= "3"', 'ordered', 0, 'nœud.number'],
    ['profil.public + 1 > 1', 'calculable', 0, 'profil.public'],
    ['-profil.employeur = 1', 'calculable', 1, 'profil.employeur'],
    ['2 * "PA" = 1', 'calculable', 4, '"PA"'],
    ['nombre(réponse.x = 1; réponse.y = 1) > 1', 'calculable', 7, 'réponse.x = 1'],
    ['arrondi(profil.public) > 1', 'calculable', 8, 'profil.public'],
    ['somme("a") > 1', 'calculable', 6, '"a"'],
    ['node.number = 1.10', 'quotes', 14, '1,1'],
    ['1.10 = node.number', 'quotes', 0, '1,1'],
    ['node.number dans [1.1; "1.2"]', 'quotes', 18, '1,1'],
    ['profil.employeur = 1', 'same-type', 19, '1'],
    ['score.c1 = "PA"', 'same-type', 11, '"PA"'],
    ['oui = node.number', 'same-type', 6, 'nœud.number'],
    ['profil.public = "PA"', 'list-operator', 0, 'profil.public'],
    ['profil.secteur != ["a", "b"]', 'list-operator', 18, '["a"; "b"]'],
  ])('%s lacks: %s', (source, expected, at, found) => {
    expect(problems(source, 'condition')[0]).toMatchObject({ code: 'EXPRESSION', expected, at, found })
  })

  it('is told the operator that asks the likely question', () => {
    expect(problems('profil.public = "PA"', 'condition')).toMatchObject([{ suggestion: 'recoupe' }])
    expect(problems('"PA" = profil.public', 'condition')).toMatchObject([{ suggestion: 'dans' }])
    expect(problems('profil.secteur = ["a", "b"]', 'condition')).toMatchObject([{ suggestion: 'dans' }])
  })

  it('has all its problems told at once', () => {
    const found = problems('profil.public > 1 et (profil.employeur = 3 ou répondu(-node.tags))', 'condition')
    expect(found.map(({ expected, at }) => [expected, at])).toEqual([
      ['ordered', 0],
      ['same-type', 41],
      ['calculable', 55],
    ])
  })
})

describe('A formula', () => {
  it('may compute anything', () => {
    for (const source of ['profil.effectif / 2', '"PA"', 'profil.public', 'score.c1 > 2']) {
      expect(problems(source, 'formula')).toEqual([])
    }
  })

  it('is checked below all the same', () => {
    expect(problems('profil.public / 2', 'formula')).toMatchObject([{ expected: 'calculable', at: 0 }])
  })
})

it('A reference whose type is not known is never the problem', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const found = typeProblems(tree, { typeOfReference: () => 'any', wanted: 'condition' })
      const references = new Set(referencesOf(tree).map((reference) => printExpression(reference, 'fr')))
      expect(found.filter((one) => references.has(one.found))).toEqual([])
    }),
    samples({ sample: 500, full: 20_000 }),
  )
})
