import { describe, expect, it } from 'vitest'

import { compile } from '../engine/compile/compile.ts'
import type { EvaluationInput } from '../engine/evaluate/answers.ts'
import { evaluate } from '../engine/evaluate/evaluate.ts'
import { explain, type ExplanationTarget } from '../engine/evaluate/explain.ts'
import { asking, rated, sampleDocument, scaleQuestion, theme } from '../engine/tests/sample-document.ts'
import { explanationText, reasonText } from './explanations.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

const document = sampleDocument(
  [
    theme('t', { title: 'Gouvernance', tags: ['goal:1'] }),
    asking('a', [scaleQuestion('a1'), scaleQuestion('a2', { weight: 2 }), scaleQuestion('a3')], { parent: 't', number: '1.', title: 'Pouvoir' }),
    rated('b', { parent: 't', title: 'Mandats' }),
    rated('c', { parent: 't', title: 'Salariés' }),
    rated('d', { parent: 't', title: 'Enfance', applies: { public: ['PE'] } }),
    rated('e', { parent: 't', title: 'Repère', weight: 0 }),
  ],
  {
    profileFields: [{ code: 'public', label: 'Publics', type: 'multi', list: 'publics' }],
    lists: [{ code: 'publics', options: [{ code: 'PE', label: 'Protection de l’enfance' }, { code: 'PA', label: 'Personnes âgées' }] }],
    presentation: { axes: [{ code: 'goals', label: 'Goals', by: 'tag', value: 'goal' }] },
    scoring: {
      current: '1.0.0',
      rules: [
        {
          rulesVersion: '1.0.0',
          aggregate: [
            { kind: 'criterion', from: 'questions', method: 'weightedMean', round: { decimals: 1 } },
            { kind: 'theme', from: 'children', method: 'weightedMean' },
          ],
        },
      ],
    },
  },
)
const compiled = compile(document)

const input: EvaluationInput = {
  profile: { public: ['PA'] },
  answers: { a1: '4', a2: '3', a3: 'RI', e: '1' },
  notConcerned: { c: 'Aucun salarié.' },
}
const evaluation = evaluate(compiled, input)

const told = (target: ExplanationTarget) => {
  const explanation = explain(evaluation, target)
  if (explanation === undefined) throw new Error('Nothing to explain.')
  const { summary, terms } = explanationText(explanation, compiled)
  return [summary, ...terms].map(plain)
}

describe('how a score came to be', () => {
  it('tells what counted, with its weight, and what did not, with the reason', () => {
    expect(explain(evaluation, { node: 'a' })).toEqual({
      target: 'a',
      method: 'weightedMean',
      value: 3.3,
      rounded: { exact: 10 / 3, decimals: 1, mode: 'half-up' },
      terms: [
        { code: 'a1', of: 'question', value: 4, weight: 1, counted: true },
        { code: 'a2', of: 'question', value: 3, weight: 2, counted: true },
        { code: 'a3', of: 'question', value: null, weight: 1, counted: false, why: 'withoutScore' },
      ],
    })
  })

  it('reads in French', () => {
    expect(told({ node: 'a' })).toEqual([
      'Moyenne de 2 scores : 3,3333, arrondi à 1 décimale au plus proche, soit 3,3',
      'a1 : 4',
      'a2 : 3, compte 2 fois',
      'a3 : réponse qui ne compte pas dans le calcul',
    ])
    expect(told({ node: 't' })).toEqual([
      'Moyenne d’un score : 3,3',
      '1. Pouvoir : 3,3',
      'Mandats : rien de noté',
      'Salariés : déclaré non concerné',
      'Enfance : ne s’applique pas',
      'Repère : affiché sans compter',
    ])
  })

  it('explains a spoke and the whole, and nothing else', () => {
    expect(told({ axis: 'goals', spoke: '1' })[0]).toBe('Moyenne d’un score : 3,3')
    expect(told('overall')).toEqual(['Moyenne d’un score : 3,3', 'Gouvernance : 3,3'])
    expect(explain(evaluation, { node: 'constructor' })).toBeUndefined()
    expect(explain(evaluation, { axis: 'goals', spoke: '2' })).toBeUndefined()
  })

  it('adds up to the score, whatever is explained', () => {
    for (const { code } of compiled.nodes) {
      const explanation = explain(evaluation, { node: code })
      const counted = (explanation?.terms ?? []).filter((term) => term.counted)
      const weights = counted.reduce((sum, { weight }) => sum + weight, 0)
      const exact = counted.reduce((sum, { value, weight }) => sum + (value ?? 0) * weight, 0) / weights
      expect(explanation?.value).toBe(evaluation.scoreOf(code).value)
      if (counted.length > 0) expect(explanation?.rounded?.exact ?? explanation?.value).toBeCloseTo(exact, 12)
    }
  })
})

describe('why a criterion does not apply', () => {
  const reason = (profile: EvaluationInput['profile']) => {
    const own = evaluate(compiled, { profile })
    const found = own.reasonOf('d')
    return found === null ? null : plain(reasonText(found, compiled, own.applicabilityOf('d')))
  }

  it('names the field, what it holds and what is asked', () => {
    expect(reason({ public: ['PA'] })).toBe('Le champ « Publics » du profil est « Personnes âgées » : ceci demande « Protection de l’enfance ».')
    expect(reason({})).toBe('Le champ « Publics » du profil n’est pas rempli : ceci demande « Protection de l’enfance ».')
    expect(reason({ public: ['PE'] })).toBeNull()
  })
})
