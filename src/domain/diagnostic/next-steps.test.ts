import { describe, expect, it } from 'vitest'

import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'

import { nextSteps, type TakenUp } from './next-steps.rules.ts'

const document = referentielDocument.parse({
  format: 'referentiel/1', id: 'essai', version: '1.0.0', title: 'Essai',
  kinds: [{ code: 'theme', label: 'Thème' }, { code: 'critere', label: 'Critère', assessable: true }],
  scales: [{ code: 's', label: 'S', values: [1, 2, 3, 4, 5].map((score) => ({ code: String(score), label: String(score), score })) }],
  nodes: [
    { code: 't1', kind: 'theme', title: 'Un' },
    { code: 'a', parent: 't1', kind: 'critere', number: '1', title: 'A', rating: 's', imperative: true },
    { code: 'b', parent: 't1', kind: 'critere', number: '2', title: 'B', rating: 's' },
    { code: 't2', kind: 'theme', title: 'Deux' },
    { code: 'c', parent: 't2', kind: 'critere', title: 'C', rating: 's' },
    { code: 'd', parent: 't2', kind: 'critere', title: 'D', rating: 's' },
    { code: 'e', parent: 't2', kind: 'critere', title: 'E', rating: 's' },
  ],
  scoring: { current: '1.0.0', rules: [{ rulesVersion: '1.0.0', imperative: { metWhen: 'score-at-least', threshold: 4, onFail: 'warn' } }] },
})
const compiled = compile(document, {})

const stepsFor = (answers: Readonly<Record<string, string>>, takenUp: Readonly<Record<string, Partial<TakenUp>>> = {}, notConcerned: Readonly<Record<string, string>> = {}, mayWrite: (criterion: { readonly code: string }) => boolean = () => true) =>
  nextSteps(
    evaluate(compiled, { answers, notConcerned }),
    new Map(Object.entries(takenUp).map(([code, each]) => [code, { priority: null, practices: null, ...each }])),
    mayWrite,
  )

const told = (steps: ReturnType<typeof stepsFor>) =>
  steps.map((step) => (step.kind === 'describe' ? [step.kind, step.criteria] : step.kind === 'unfinished' ? [step.kind, step.page, step.missing, step.started] : [step.kind, step.criterion.code]))

describe('what to do next', () => {
  it('is to begin, the shortest theme first, where nothing is answered', () => {
    expect(told(stepsFor({}))).toEqual([['unfinished', 't1', 2, false], ['unfinished', 't2', 3, false]])
  })

  it('is nothing for who may not write, and only of their own criteria for who may write some', () => {
    expect(stepsFor({}, {}, {}, () => false)).toEqual([])
    expect(told(stepsFor({ b: '1', c: '1' }, {}, {}, ({ code }) => code === 'b'))).toEqual([['unfinished', 't1', 1, true], ['low', 'b']])
  })

  it('is to finish what was begun before beginning anew', () => {
    expect(told(stepsFor({ c: '4' }))).toEqual([['unfinished', 't2', 2, true], ['unfinished', 't1', 2, false]])
  })

  it('is an imperative that is not met, before all else', () => {
    expect(told(stepsFor({ a: '3', b: '4', c: '4', d: '4', e: '4' }))).toEqual([['imperative', 'a']])
  })

  it('is to give a priority to what is low, the lowest first, two at most', () => {
    expect(told(stepsFor({ a: '5', b: '2', c: '1', d: '1', e: '3' }))).toEqual([['low', 'c'], ['low', 'd']])
  })

  it('is nothing that has its priority already', () => {
    expect(told(stepsFor({ a: '1', b: '1', c: '4', d: '4', e: '4' }, { a: { priority: 3 }, b: { priority: 1 } }))).toEqual([['describe', 5]])
  })

  it('is to describe practices when all is answered and nothing is low', () => {
    const practices = 'Nous le faisons.'
    expect(told(stepsFor({ a: '4', b: '4', c: '4', d: '4', e: '4' }, { a: { practices }, b: { practices: ' ' } }))).toEqual([['describe', 4]])
  })

  it('is nothing when all is answered and described', () => {
    const described = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((code) => [code, { practices: 'Oui.' }]))
    expect(stepsFor({ a: '4', b: '4', c: '4', d: '4', e: '4' }, described)).toEqual([])
  })

  it('asks nothing of what is not concerned', () => {
    expect(told(stepsFor({ a: '4', b: '4', c: '4', d: '4' }, {}, { e: 'Pas de local' }))).toEqual([['describe', 4]])
  })
})
