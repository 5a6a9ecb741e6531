import { describe, expect, it } from 'vitest'

import { compile } from '../compile/compile.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { RuleSet } from '../document/scoring.schema.ts'
import { asking, question, rated, sampleDocument, scaleQuestion, theme } from '../tests/sample-document.ts'
import type { AnswersByQuestion } from './answers.ts'
import { evaluate } from './evaluate.ts'

const scoring = (rules: Omit<RuleSet, 'rulesVersion'>): Pick<ReferentielDocument, 'scoring'> => ({
  scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', ...rules }] },
})

const means: RuleSet['aggregate'] = [
  { kind: 'criterion', from: 'questions', method: 'weightedMean' },
  { kind: 'theme', from: 'children', method: 'weightedMean' },
]

const evaluated = (document: ReferentielDocument, answers: AnswersByQuestion) => evaluate(compile(document), { answers })

/** A criterion of so many elements e1, e2 … answered in turn. */
const criterionOf = (values: readonly unknown[], { imperative = false, rules = {} } = {}) => {
  const elements = values.map((_, place) => scaleQuestion(`e${place + 1}`))
  const document = sampleDocument([asking('c', elements, { imperative })], rules)
  return evaluated(document, Object.fromEntries(values.map((value, place) => [`e${place + 1}`, value])))
}

const notApplicable = { value: 'NC', comment: 'Aucun hébergement.' }

describe('a score', () => {
  it('keeps its full precision', () => {
    expect(criterionOf(['4', '4', '3'], { imperative: true }).scoreOf('c')).toEqual({ value: 11 / 3, met: false })
  })

  it('takes the star for the score that it has', () => {
    expect(criterionOf(['4', '*'], { imperative: true }).scoreOf('c')).toEqual({ value: 4, met: true })
  })

  it('leaves a value without score out of both sides of the mean', () => {
    expect(criterionOf(['4', notApplicable]).scoreOf('c')).toEqual({ value: 4 })
    expect(criterionOf(['2', notApplicable, '4']).scoreOf('c')).toEqual({ value: 3 })
  })

  it('refuses on an imperative the value that is not allowed there', () => {
    const evaluation = criterionOf(['4', notApplicable], { imperative: true })
    expect(evaluation.findings).toMatchObject([{ severity: 'error', code: 'VALEUR_INTERDITE', path: ['answers', 'e2'] }])
    expect(evaluation.scoreOf('c')).toEqual({ value: 4, met: false })
    expect(evaluation.progress).toEqual({ answered: 1, applicable: 2 })
  })

  it('is none where nothing is scored, never 0', () => {
    expect(criterionOf(['RI']).scoreOf('c')).toEqual({ value: null })
    expect(criterionOf([null]).scoreOf('c')).toEqual({ value: null })
    expect(criterionOf(['RI']).progress).toEqual({ answered: 1, applicable: 1 })
  })

  it('is rounded where a line says so, and then feeds the level above', () => {
    const rules = scoring({
      aggregate: [
        { kind: 'criterion', from: 'questions', method: 'weightedMean', round: { decimals: 0 } },
        { kind: 'theme', from: 'children', method: 'weightedMean' },
      ],
      imperative: { metWhen: 'score-at-least', threshold: 4, onFail: 'warn' },
    })
    const nodes = [
      theme('t'),
      asking('a', [scaleQuestion('a1'), scaleQuestion('a2')], { parent: 't', imperative: true }),
      rated('b', { parent: 't' }),
    ]
    const evaluation = evaluated(sampleDocument(nodes, rules), { a1: '3', a2: '4', b: '1' })
    expect(evaluation.scoreOf('a')).toEqual({ value: 4, met: true })
    expect(evaluation.scoreOf('t')).toEqual({ value: 2.5 })
  })

  it('gives weights their share, and weight 0 none', () => {
    const nodes = [
      theme('t'),
      asking('a', [scaleQuestion('a1', { weight: 3 }), scaleQuestion('a2'), scaleQuestion('a3', { weight: 0 })], { parent: 't' }),
      rated('b', { parent: 't', weight: 0 }),
    ]
    const evaluation = evaluated(sampleDocument(nodes), { a1: '4', a2: '2', a3: '1', b: '1' })
    expect(evaluation.scoreOf('a').value).toBe((3 * 4 + 2) / 4)
    expect(evaluation.scoreOf('b').value).toBe(1)
    expect(evaluation.scoreOf('t').value).toBe(3.5)
  })

  it('is the mean of its questions for an assessable node without line, and none for another', () => {
    const nodes = [theme('t'), rated('a', { parent: 't' })]
    const evaluation = evaluated(sampleDocument(nodes, { scoring: undefined }), { a: '3' })
    expect(evaluation.scoreOf('a').value).toBe(3)
    expect(evaluation.scoreOf('t').value).toBeNull()
    expect(evaluation.overall).toBe(3)
  })

  it('exists nowhere where the list of lines is empty', () => {
    const nodes = [theme('t'), rated('a', { parent: 't', imperative: true })]
    const rules = scoring({ aggregate: [], imperative: { metWhen: 'all-max', onFail: 'warn' } })
    const evaluation = evaluated(sampleDocument(nodes, rules), { a: '3' })
    expect(evaluation.scoreOf('a')).toEqual({ value: null })
    expect(evaluation.overall).toBeNull()
    expect(evaluation.complete).toBe(1)
  })

  it.each([
    ['weightedMean', { a: '1', b: '4', c: '3', d: 'RI' }, (1 + 2 * 4 + 3) / 4],
    ['median', { a: '1', b: '2', c: '4', d: 'RI' }, 2],
    ['min', { a: '2', b: '4', c: '3', d: 'RI' }, 2],
    ['max', { a: '2', b: '3', c: '1', d: 'RI' }, 3],
    ['sum', { a: '1', b: '4', c: '3', d: 'RI' }, 1 + 2 * 4 + 3],
    ['none', { a: '1', b: '4', c: '3', d: 'RI' }, null],
  ] as const)('by %s', (method, answers, expected) => {
    const nodes = [
      theme('t'),
      rated('a', { parent: 't' }),
      rated('b', { parent: 't', weight: 2 }),
      rated('c', { parent: 't' }),
      rated('d', { parent: 't' }),
    ]
    const rules = scoring({ aggregate: [{ kind: 'theme', from: 'children', method }] })
    expect(evaluated(sampleDocument(nodes, rules), answers).scoreOf('t').value).toBe(expected)
  })

  it('takes the middle of an even number of scores halfway', () => {
    const nodes = [theme('t'), ...['a', 'b', 'c', 'd'].map((code) => rated(code, { parent: 't' }))]
    const rules = scoring({ aggregate: [{ kind: 'theme', from: 'children', method: 'median' }] })
    expect(evaluated(sampleDocument(nodes, rules), { a: '1', b: '4', c: '4', d: '2' }).scoreOf('t').value).toBe(3)
  })

  it('moves from one range to another before it enters a mean', () => {
    const nodes = [theme('t'), rated('a', { parent: 't' }), rated('b', { parent: 't' })]
    const rules = scoring({ aggregate: means, normalise: { from: [1, 4], to: [0, 100] } })
    const evaluation = evaluated(sampleDocument(nodes, rules), { a: '1', b: '4' })
    expect(evaluation.scoreOf('a').value).toBeCloseTo(0, 12)
    expect(evaluation.scoreOf('t').value).toBeCloseTo(50, 12)
  })
})

describe('what can be scored', () => {
  const lists = [
    {
      code: 'l',
      options: [
        { code: 'a', label: 'a', score: 2 },
        { code: 'b', label: 'b', score: 3 },
        { code: 'none', label: 'none', score: 0, exclusive: true },
        { code: 'unknown', label: 'unknown' },
      ],
    },
  ]
  const scoreOf = (asked: ReturnType<typeof question>, value: unknown) =>
    evaluated(sampleDocument([asking('c', [asked])], { lists }), { [asked.code]: value }).scoreOf('c').value

  it('is one option by its score', () => {
    expect(scoreOf(question('q', 'single', { list: 'l' }), 'b')).toBe(3)
    expect(scoreOf(question('q', 'single', { list: 'l' }), 'unknown')).toBeNull()
    expect(scoreOf(question('q', 'single', { list: 'l', scored: false }), 'b')).toBeNull()
  })

  it('is several options by their sum', () => {
    expect(scoreOf(question('q', 'multi', { list: 'l' }), ['a', 'b'])).toBe(5)
    expect(scoreOf(question('q', 'multi', { list: 'l' }), ['none'])).toBe(0)
    expect(scoreOf(question('q', 'multi', { list: 'l' }), ['unknown'])).toBeNull()
  })

  it('is a number, a percentage or a yes only where the author says so', () => {
    expect(scoreOf(question('q', 'number'), 7)).toBeNull()
    expect(scoreOf(question('q', 'number', { scored: true }), 7)).toBe(7)
    expect(scoreOf(question('q', 'percent', { scored: true }), 40)).toBe(40)
    expect(scoreOf(question('q', 'boolean'), true)).toBeNull()
    expect(scoreOf(question('q', 'boolean', { scored: true }), true)).toBe(1)
    expect(scoreOf(question('q', 'boolean', { scored: true }), false)).toBe(0)
  })

  it('is never a text', () => {
    expect(scoreOf(question('q', 'text', { scored: true }), '4')).toBeNull()
  })
})

describe('an imperative', () => {
  it.each([
    { values: ['4', '4'], met: true, state: 'met' },
    { values: ['4', '3'], met: false, state: 'notMet' },
    { values: ['4', null], met: false, state: 'incomplete' },
    { values: ['3', null], met: false, state: 'notMet' },
    { values: ['4', 'RI'], met: true, state: 'met' },
    { values: [null, null], met: undefined, state: 'incomplete' },
  ])('$values: $state', ({ values, met, state }) => {
    const evaluation = criterionOf(values, { imperative: true })
    expect(evaluation.scoreOf('c').met).toBe(met)
    expect(evaluation.imperativeOf('c')).toBe(state)
  })

  it('says nothing of a node that is none', () => {
    expect(criterionOf(['4']).imperativeOf('c')).toBeNull()
    expect(criterionOf(['4']).scoreOf('c')).toEqual({ value: 4 })
  })

  it('above its criteria asks all that they ask', () => {
    const nodes = [theme('t', { imperative: true }), rated('a', { parent: 't' }), rated('b', { parent: 't' })]
    expect(evaluated(sampleDocument(nodes), { a: '4', b: '3' }).scoreOf('t')).toEqual({ value: 3.5, met: false })
    expect(evaluated(sampleDocument(nodes), { a: '4', b: '*' }).scoreOf('t')).toEqual({ value: 4, met: true })
  })

  it('asks every person to be at the best, whatever rounding does to the mean', () => {
    const scales = [{ code: 'has', label: 's', values: [{ code: '1', label: '1', score: 0.1 }, { code: '0', label: '0', score: 0 }] }]
    const node = rated('a', { imperative: true, repeat: { label: 'Personne' } })
    const document = sampleDocument([node], { scales })
    expect(evaluated(document, { a: { grids: { '1': '1', '2': '1', '3': '1' } } }).scoreOf('a').met).toBe(true)
    expect(evaluated(document, { a: { grids: { '1': '1', '2': '0' } } }).scoreOf('a').met).toBe(false)
  })
})

describe('an axis', () => {
  const presentation: ReferentielDocument['presentation'] = {
    axes: [
      { code: 'themes', label: 'Themes', by: 'kind', value: 'theme' },
      { code: 'goals', label: 'Goals', by: 'tag', value: 'goal' },
    ],
  }
  const nodes = [
    theme('t'),
    rated('a', { parent: 't', tags: ['goal:1', 'goal:2'], weight: 3 }),
    rated('b', { parent: 't', tags: ['goal:2'] }),
    theme('u'),
    rated('c', { parent: 'u', tags: ['goal:2', 'other:1'] }),
  ]
  const evaluation = evaluated(sampleDocument(nodes, { presentation }), { a: '4', b: '2' })

  it('by kind has one spoke per node, with its score', () => {
    expect(evaluation.axes.get('themes')?.get('t')).toMatchObject({ value: 3.5, answered: 2, applicable: 2 })
    expect(evaluation.axes.get('themes')?.get('u')).toMatchObject({ value: null, answered: 0, applicable: 1 })
  })

  it('by tag has one spoke per tag, with the weighted mean of the criteria that bear it', () => {
    expect([...(evaluation.axes.get('goals')?.keys() ?? [])]).toEqual(['1', '2'])
    expect(evaluation.axes.get('goals')?.get('1')).toMatchObject({ value: 4, answered: 1, applicable: 1 })
    expect(evaluation.axes.get('goals')?.get('2')).toMatchObject({ value: 3.5, answered: 2, applicable: 3 })
  })

  it('counts the values of each scale, those unanswered and those not concerned', () => {
    const more = evaluate(compile(sampleDocument(nodes, { presentation })), {
      answers: { a: '4', b: 'RI' },
      notConcerned: { c: 'Sans locaux.' },
    })
    const [distribution] = more.axes.get('goals')?.get('2')?.distributions ?? []
    expect(distribution).toMatchObject({ scale: 'has', unanswered: 0, notConcerned: 1, median: ['4'] })
    expect(Object.fromEntries(distribution?.counts ?? [])).toEqual({ '1': 0, '2': 0, '3': 0, '4': 1, '*': 0, NC: 0, RI: 1 })
  })

  it('has two medians where the two middle values differ, and none without order', () => {
    const [ordered] = evaluation.axes.get('themes')?.get('t')?.distributions ?? []
    expect(ordered?.median).toEqual(['2', '4'])
    const [scale] = sampleDocument(nodes).scales ?? []
    const scales = scale === undefined ? [] : [{ ...scale, ordered: false }]
    const unordered = evaluated(sampleDocument(nodes, { presentation, scales }), { a: '4' })
    expect(unordered.axes.get('themes')?.get('t')?.distributions[0]?.median).toEqual([])
  })
})

describe('completeness', () => {
  const nodes = [
    theme('t'),
    rated('a', { parent: 't' }),
    rated('b', { parent: 't', optional: true }),
    asking('c', [question('c1', 'text', { required: false }), question('c2', 'computed', { formula: '1 + 1' })], { parent: 't' }),
    rated('d', { parent: 't', appliesIf: 'profile.size > 10' }),
    rated('e', { parent: 't' }),
  ]
  const document = sampleDocument(nodes, { profileFields: [{ code: 'size', label: 'Size', type: 'number' }] })

  it('waits for what applies for sure, is not optional and not computed', () => {
    const evaluation = evaluated(document, { a: '1', b: '1', d: '1' })
    expect(evaluation.questions).toBe(6)
    expect(evaluation.progress).toEqual({ answered: 1, applicable: 2 })
    expect(evaluation.complete).toBe(0.5)
    expect(evaluation.scoreOf('d').value).toBe(1)
  })

  it('waits for what turns out to apply, and forgets what turns out not to', () => {
    const larger = evaluate(compile(document), { profile: { size: [20] }, answers: { d: '1' } })
    expect(larger.progress).toEqual({ answered: 1, applicable: 3 })
    const smaller = evaluate(compile(document), { profile: { size: [5] }, answers: { d: '1' } })
    expect(smaller.progress).toEqual({ answered: 0, applicable: 2 })
    expect(smaller.scoreOf('d').value).toBeNull()
    expect(smaller.answerOf('d')).toBeNull()
  })

  it('is whole where nothing is waited for', () => {
    const evaluation = evaluate(compile(document), { notConcerned: { a: 'Sans objet ici.', e: 'Sans objet ici.' } })
    expect(evaluation.complete).toBe(1)
  })

  it('leaves a criterion that is not concerned out of both sides and of every mean', () => {
    const evaluation = evaluate(compile(document), {
      answers: { a: '1', e: '4' },
      notConcerned: { a: 'Sans objet ici.' },
    })
    expect(evaluation.progress).toEqual({ answered: 1, applicable: 1 })
    expect(evaluation.scoreOf('a').value).toBeNull()
    expect(evaluation.scoreOf('t').value).toBe(4)
    expect(evaluation.isNotConcerned('a')).toBe(true)
    expect(evaluation.applicabilityOf('a')).toBe('applies')
  })
})

describe('an outcome', () => {
  const outcomes = [
    { code: 'good', label: 'Good', when: 'score.overall >= 3' },
    { code: 'poor', label: 'Poor', when: 'score.overall < 3' },
  ]
  const document = sampleDocument([rated('a')], scoring({ aggregate: means, outcomes }))

  it('is reached where its condition holds, and not while that is unknown', () => {
    expect(evaluated(document, { a: '3' }).outcomes).toEqual([{ code: 'good', label: 'Good' }])
    expect(evaluated(document, { a: '2' }).outcomes).toEqual([{ code: 'poor', label: 'Poor' }])
    expect(evaluated(document, {}).outcomes).toEqual([])
  })
})
