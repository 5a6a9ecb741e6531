import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../../tests/support/sample.ts'
import { type Environment, evaluateCondition } from './evaluate-expression.ts'
import { explainCondition, type Ground } from './explain-condition.ts'
import type { Reference } from './expression.ts'
import { parseExpression } from './parse-expression.ts'
import { printExpression } from './print-expression.ts'
import { expression, value } from './tests/arbitrary-expression.ts'
import type { Value } from './value.ts'

const facts = new Map<string, Value>([
  ['profile.secteur', 'social'],
  ['profile.public', ['PA', 'PHA']],
  ['profile.effectif', 12],
  ['answer.oui', true],
  ['answer.non', false],
])

const environment: Environment = {
  resolve: (reference: Reference) => facts.get(printExpression(reference, 'en')) ?? null,
}

const explain = (source: string) => {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${JSON.stringify(parsed.error)}`)
  return explainCondition(parsed.value, environment)
}

const told = ({ subject, operator, against, actual, holds }: Ground) =>
  [printExpression(subject, 'fr'), operator, against, actual, holds] as const

const grounds = (source: string) => explain(source).grounds.map(told)

describe('Why a condition fails', () => {
  it('is the comparison that failed, with what was wanted and what is', () => {
    expect(explain('profil.secteur dans ["medico-social"] et profil.public recoupe ["PA"]')).toEqual({
      result: false,
      grounds: [
        {
          subject: { kind: 'reference', of: 'profile', name: 'secteur', at: 0 },
          operator: 'in',
          against: ['medico-social'],
          actual: 'social',
          holds: false,
        },
      ],
      missing: [],
    })
  })

  it.each([
    ['profil.effectif > 20 ou profil.secteur = "x"', [['profil.effectif', '>', 20, 12, false], ['profil.secteur', '=', 'x', 'social', false]]],
    ['profil.effectif > 20 et réponse.inconnue et réponse.non', [['profil.effectif', '>', 20, 12, false], ['réponse.non', '=', true, false, false]]],
    ['non (profil.public recoupe ["PA"])', [['profil.public', 'overlaps', ['PA'], ['PA', 'PHA'], true]]],
    ['non (réponse.oui et profil.effectif = 12)', [['réponse.oui', '=', true, true, true], ['profil.effectif', '=', 12, 12, true]]],
    ['20 < profil.effectif', [['profil.effectif', '>', 20, 12, false]]],
    ['20 <= profil.effectif', [['profil.effectif', '>=', 20, 12, false]]],
    ['10 > profil.effectif', [['profil.effectif', '<', 10, 12, false]]],
    ['10 >= profil.effectif', [['profil.effectif', '<=', 10, 12, false]]],
    ['"PDS" dans profil.public', [['profil.public', 'contains', 'PDS', ['PA', 'PHA'], false]]],
    ['["PDS"] recoupe profil.public', [['profil.public', 'overlaps', ['PDS'], ['PA', 'PHA'], false]]],
    ['"social" != profil.secteur', [['profil.secteur', '!=', 'social', 'social', false]]],
    ['profil.effectif = réponse.non', [['profil.effectif', '=', false, 12, false]]],
    ['nombre(profil.public) >= 3', [['nombre(profil.public)', '>=', 3, 2, false]]],
    ['répondu(réponse.inconnue)', [['répondu(réponse.inconnue)', '=', true, false, false]]],
    ['si(réponse.oui; profil.effectif > 20; oui)', [['réponse.oui', '=', true, true, true], ['profil.effectif', '>', 20, 12, false]]],
    ['si(réponse.non; oui; profil.effectif > 20)', [['réponse.non', '=', true, false, false], ['profil.effectif', '>', 20, 12, false]]],
    ['si(réponse.inconnue; réponse.non; réponse.non)', [['réponse.non', '=', true, false, false]]],
    ['faux', [['faux', '=', true, false, false]]],
    ['1 = 2', [['1', '=', 2, 1, false]]],
  ])('%s', (source, expected) => {
    expect(explain(source).result).toBe(false)
    expect(grounds(source)).toEqual(expected)
  })
})

describe('Why a condition holds', () => {
  it.each([
    ['profil.effectif > 20 ou profil.secteur = "social"', [['profil.secteur', '=', 'social', 'social', true]]],
    ['réponse.oui et profil.effectif > 10', [['réponse.oui', '=', true, true, true], ['profil.effectif', '>', 10, 12, true]]],
    ['non réponse.non', [['réponse.non', '=', true, false, false]]],
  ])('%s', (source, expected) => {
    expect(explain(source).result).toBe(true)
    expect(grounds(source)).toEqual(expected)
  })
})

describe('Why a condition is unknown', () => {
  it.each([
    ['profil.forme = "x"', ['profil.forme']],
    ['profil.forme = "x" et réponse.oui', ['profil.forme']],
    ['profil.forme = "x" ou profil.forme = "y" ou réponse.b', ['profil.forme', 'réponse.b']],
    ['non (score.a > 1 et score.a.met)', ['score.a', 'score.a.met']],
    ['score.overall > 1 et score.overall > 2', ['score.overall']],
    ['somme(réponse.a; profil.effectif; réponse.a) / réponse.b > 1', ['réponse.a', 'réponse.b']],
    ['profil.secteur > 3', []],
  ])('%s lacks %j', (source, names) => {
    const { result, grounds: decided, missing } = explain(source)
    expect([result, decided]).toEqual([null, []])
    expect(missing.map((reference) => printExpression(reference, 'fr'))).toEqual(names)
  })
})

describe('Every explanation', () => {
  const many = samples({ sample: 1_000, full: 50_000 })

  it('tells the result, has grounds when it is known, and names only what has no answer', () => {
    fc.assert(
      fc.property(expression, fc.array(value, { minLength: 3, maxLength: 3 }), (tree, values) => {
        const given: Environment = {
          resolve: (reference) => values[printExpression(reference, 'en').length % values.length] ?? null,
        }
        const { result, grounds: decided, missing } = explainCondition(tree, given)
        expect(result).toBe(evaluateCondition(tree, given))
        expect(decided.length > 0).toBe(result !== null)
        expect(missing.every((reference) => given.resolve(reference) === null)).toBe(true)
      }),
      many,
    )
  })
})
