import { describe, expect, it } from 'vitest'

import { compile } from '../compile/compile.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { asking, question, rated, sampleDocument, scaleQuestion, theme } from '../tests/sample-document.ts'
import type { EvaluationInput } from './answers.ts'
import { evaluate } from './evaluate.ts'

const profileFields: ReferentielDocument['profileFields'] = [
  { code: 'sector', label: 'Sector', type: 'single' },
  { code: 'public', label: 'Public', type: 'multi' },
]

const evaluated = (nodes: ReferentielDocument['nodes'], input: EvaluationInput = {}) =>
  evaluate(compile(sampleDocument(nodes, { profileFields })), input)

const both = { sector: ['social'], public: ['PA', 'PHA'] }

describe('what the profile decides', () => {
  it.each([
    [{ sector: ['social'], public: ['PHA', 'PE'] }, 'applies'],
    [{ sector: ['medical'], public: ['PA'] }, 'doesNotApply'],
    [{ sector: ['social'], public: ['PE'] }, 'doesNotApply'],
    [{ sector: ['social'] }, 'unknown'],
    [{ sector: ['medical'] }, 'doesNotApply'],
    [{ sector: [], public: [] }, 'unknown'],
    [{ sector: 'social', public: 'PA' }, 'applies'],
    [{}, 'unknown'],
  ])('%j: %s', (profile, expected) => {
    expect(evaluated([rated('a', { applies: both })], { profile }).applicabilityOf('a')).toBe(expected)
  })

  it('hands down: nothing below a node that does not apply applies', () => {
    const nodes = [theme('t', { applies: { sector: ['social'] } }), rated('a', { parent: 't' })]
    const evaluation = evaluated(nodes, { profile: { sector: ['medical'] }, answers: { a: '4' } })
    expect(evaluation.applicabilityOf('a')).toBe('doesNotApply')
    expect(evaluation.reasonOf('a')).toEqual({ code: 'parent', node: 't' })
    expect(evaluation.isVisible('a')).toBe(false)
    expect(evaluation.scoreOf('t').value).toBeNull()
  })

  it('goes up: a parent follows from its children', () => {
    const nodes = [
      theme('t'),
      rated('a', { parent: 't', applies: { sector: ['social'] } }),
      rated('b', { parent: 't', applies: { public: ['PA'] } }),
    ]
    expect(evaluated(nodes).applicabilityOf('t')).toBe('unknown')
    expect(evaluated(nodes, { profile: { sector: ['social'] } }).applicabilityOf('t')).toBe('applies')
    const none = evaluated(nodes, { profile: { sector: ['medical'], public: ['PE'] } })
    expect(none.applicabilityOf('t')).toBe('doesNotApply')
    expect(none.reasonOf('t')).toEqual({ code: 'children' })
  })

  it('answers nothing for a code that is not there, be it the name of a method', () => {
    const evaluation = evaluated([rated('a')])
    expect(evaluation.applicabilityOf('constructor')).toBe('doesNotApply')
    expect(evaluation.scoreOf('__proto__')).toEqual({ value: null })
    expect(evaluation.answerOf('toString')).toBeNull()
  })
})

describe('what answers decide', () => {
  const trigger = asking('t', [question('t.has', 'boolean')])
  const dependent = asking('d', [scaleQuestion('d1', { appliesIf: 'answer.t.has = true' })])

  it('stays visible and is not missed while the answer is missing', () => {
    const evaluation = evaluated([trigger, dependent])
    expect(evaluation.isVisible('d1')).toBe(true)
    expect(evaluation.progress.applicable).toBe(1)
  })

  it('is missed once the answer asks for it', () => {
    expect(evaluated([trigger, dependent], { answers: { 't.has': true } }).progress).toEqual({ answered: 1, applicable: 2 })
  })

  it('keeps a hidden answer without counting it', () => {
    const answers = { 't.has': false, d1: '4' }
    const evaluation = evaluated([trigger, dependent], { answers })
    expect(evaluation.isVisible('d1')).toBe(false)
    expect(evaluation.scoreOf('d').value).toBeNull()
    expect(evaluation.progress).toEqual({ answered: 1, applicable: 1 })
    expect(evaluated([trigger, dependent], { answers: { ...answers, 't.has': true } }).scoreOf('d').value).toBe(4)
  })

  it('takes a hidden answer for none in another condition', () => {
    const chain = asking('e', [scaleQuestion('e1', { appliesIf: 'answer.d1 = "4"' })])
    const evaluation = evaluated([trigger, dependent, chain], { answers: { 't.has': false, d1: '4' } })
    expect(evaluation.isVisible('e1')).toBe(true)
    expect(evaluation.progress.applicable).toBe(1)
  })

  it('can be a score', () => {
    const nodes = [theme('s'), rated('a', { parent: 's' }), rated('b', { appliesIf: 'score.s >= 3' })]
    expect(evaluated(nodes, { answers: { a: '2' } }).applicabilityOf('b')).toBe('doesNotApply')
    expect(evaluated(nodes, { answers: { a: '3' } }).applicabilityOf('b')).toBe('applies')
    expect(evaluated(nodes).applicabilityOf('b')).toBe('unknown')
    expect(evaluated(nodes, { answers: { a: '2' } }).reasonOf('b')).toEqual({ code: 'condition', node: 'b' })
  })

  it('may stand before what it depends on', () => {
    expect(evaluated([dependent, trigger], { answers: { 't.has': false, d1: '4' } }).isVisible('d1')).toBe(false)
  })

  it('is unknown for ever where it needs itself', () => {
    const nodes = [
      asking('a', [scaleQuestion('a1', { appliesIf: 'answer.b1 = "1"' })]),
      asking('b', [scaleQuestion('b1', { appliesIf: 'answer.a1 = "1"' })]),
      theme('t'),
      rated('c', { parent: 't', appliesIf: 'score.t > 2' }),
    ]
    const evaluation = evaluated(nodes, { answers: { a1: '2', b1: '2', c: '1' } })
    expect(['a1', 'b1', 'c'].map((code) => evaluation.isVisible(code))).toEqual([true, true, true])
    expect(evaluation.applicabilityOf('c')).toBe('unknown')
    expect(evaluation.progress.applicable).toBe(0)
  })

  it('is decided in each grid by that grid', () => {
    const nodes = [
      theme('t', { repeat: { label: 'Person' } }),
      asking('a', [question('a1', 'boolean'), scaleQuestion('a2', { appliesIf: 'answer.a1' })], { parent: 't' }),
      rated('b', { parent: 't', appliesIf: 'answer.a1' }),
    ]
    const answers = {
      a1: { grids: { '1': true, '2': false } },
      a2: { grids: { '1': '4', '2': '1' } },
      b: { grids: { '1': '3', '2': '1' } },
    }
    const evaluation = evaluated(nodes, { answers })
    expect([1, 2].map((grid) => evaluation.isVisible('a2', grid))).toEqual([true, false])
    expect(evaluation.scoreOf('a').value).toBe(4)
    expect(evaluation.scoreOf('b').value).toBe(3)
    expect(evaluation.applicabilityOf('b')).toBe('applies')
    expect(evaluation.progress).toEqual({ answered: 4, applicable: 4 })
  })
})

describe('what is computed', () => {
  const nodes = [
    asking('c', [
      question('total', 'computed', { formula: 'answer.double + answer.a', scored: true }),
      question('double', 'computed', { formula: '2 * answer.a' }),
      question('a', 'number'),
    ]),
  ]

  it('comes after what it needs, wherever that stands', () => {
    const evaluation = evaluated(nodes, { answers: { a: 5 } })
    expect(evaluation.answerOf('double')).toBe(10)
    expect(evaluation.answerOf('total')).toBe(15)
    expect(evaluation.scoreOf('c').value).toBe(15)
  })

  it('is nothing while something is missing', () => {
    expect(evaluated(nodes).answerOf('total')).toBeNull()
  })

  it('is nothing where it needs itself', () => {
    const loop = [asking('c', [question('x', 'computed', { formula: 'answer.y + 1' }), question('y', 'computed', { formula: 'answer.x + 1' })])]
    expect(evaluated(loop).answerOf('x')).toBeNull()
  })

  it('sees all persons from outside the grids, and one from inside', () => {
    const persons = [
      theme('t', { repeat: { label: 'Person' } }),
      asking('p', [question('age', 'number'), question('next', 'computed', { formula: 'answer.age + 1' })], { parent: 't' }),
      asking('q', [question('mean', 'computed', { formula: 'mean(answer.age)' })]),
    ]
    const evaluation = evaluated(persons, { answers: { age: { grids: { '1': 40, '3': 60 } } } })
    expect(evaluation.gridsOf('t')).toEqual([1, 3])
    expect([evaluation.answerOf('next', 1), evaluation.answerOf('next', 3)]).toEqual([41, 61])
    expect(evaluation.answerOf('mean')).toBe(50)
  })

  it('computes the cells of a table row by row, from the cells beside', () => {
    const columns = [
      { code: 'price', type: 'number' as const, prompt: 'price' },
      { code: 'count', type: 'number' as const, prompt: 'count' },
      { code: 'cost', type: 'computed' as const, prompt: 'cost', formula: 'answer.price * answer.count' },
    ]
    const table = [
      asking('c', [
        question('rows', 'table', { columns }),
        question('lines', 'computed', { formula: 'count(answer.rows)' }),
        question('price', 'number'),
      ]),
    ]
    const rows = [{ price: 2, count: 3 }, { price: 5, count: 1 }, { count: 7 }]
    const evaluation = evaluated(table, { answers: { rows, price: 100 } })
    expect(evaluation.answerOf('rows')).toEqual([{ price: 2, count: 3, cost: 6 }, { price: 5, count: 1, cost: 5 }, { count: 7 }])
    expect(evaluation.answerOf('lines')).toBe(3)
  })
})
