import { describe, expect, it } from 'vitest'

import { compile } from '../compile/compile.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { chainedMap } from './chain.ts'
import { simulate } from './simulate.ts'
import type { StoredRows } from './stored-rows.ts'
import { answer, assessment, criterion, oneToFive, rows, version, withMigration } from './tests/versions.ts'

const simulated = (path: readonly [ReferentielDocument, ...ReferentielDocument[]], stored: StoredRows, options: { rules?: [string, string] } = {}) => {
  const [first, last] = [path[0], path.at(-1) ?? path[0]]
  return simulate(stored, {
    before: compile(first, { rulesVersion: options.rules?.[0] }),
    after: compile(last, { rulesVersion: options.rules?.[1] }),
    whole: compile(last),
    map: chainedMap(path),
    profile: {},
  })
}

const spokes = (simulation: ReturnType<typeof simulated>) =>
  simulation.scores.axes.flatMap(({ spokes: all }) => all.map(({ code, before, after, continuity }) => [code, before, after, continuity]))

const second = { code: 't2', kind: 'theme', title: 'Environnement' }
const old = version('1.0.0', [criterion('c1'), criterion('c2'), second, criterion('c3', { parent: 't2' })])

describe('A move tried out', () => {
  it('counts what is carried, to be confirmed and set aside, and tells what is empty', () => {
    const now = version('2.0.0', [criterion('c1'), criterion('c2', { title: 'Autrement' }), criterion('c4'), second], withMigration('1.x', [{ from: 'c3', kind: 'removed' }]))
    const simulation = simulated([old, now], rows([answer('c1', '4'), answer('c2', '2'), answer('c3', '5')], { assessments: [assessment('c3', { practices: 'Un texte' })] }))
    expect(simulation.answers).toEqual({ carried: 1, toConfirm: 1, setAside: 1 })
    expect(simulation.assessments).toEqual({ carried: 0, toConfirm: 0, setAside: 1 })
    expect(simulation.empty).toEqual(['c4'])
    expect(simulation.scores.complete).toEqual({ before: 1, after: 2 / 3 })
  })

  it('shows scores before and after, and what can’t be compared', () => {
    const now = version('2.0.0', [criterion('c1'), criterion('c2'), criterion('c4'), { ...second, code: 't3' }, criterion('c3', { parent: 't3' })], withMigration('1.x', [{ from: 't2', to: ['t3'], kind: 'renamed' }]))
    expect(spokes(simulated([old, now], rows([answer('c1', '4'), answer('c2', '2'), answer('c3', '5')])))).toEqual([
      ['t1', 3, 3, 'changed'],
      ['t3', 5, 5, 'continuous'],
    ])
    const rescaled = version('2.0.0', [criterion('c1'), criterion('c2'), second, criterion('c3', { parent: 't2' })], { scales: [{ ...oneToFive, values: oneToFive.values.slice(0, 4) }] })
    expect(spokes(simulated([old, rescaled], rows([answer('c1', '4'), answer('c3', '5')])))).toEqual([
      ['t1', null, 4, 'broken'],
      ['t2', null, null, 'broken'],
    ])
  })

  it('keeps a theme that is split or new out of the series', () => {
    const now = version('2.0.0', [criterion('c1'), criterion('c2'), { ...second, code: 'ta' }, criterion('c3', { parent: 'ta' }), { ...second, code: 'tb' }, criterion('c5', { parent: 'tb' })],
      withMigration('1.x', [{ from: 't2', to: ['ta', 'tb'], kind: 'split' }]))
    expect(spokes(simulated([old, now], rows([answer('c3', '5')])))).toEqual([['t1', null, null, 'continuous'], ['ta', null, 5, 'broken'], ['tb', null, null, 'broken']])
  })
})

describe('The rules of October 2024', () => {
  const rule = (rulesVersion: string, more: object, from: 'all-max' | 'score-at-least') => ({
    rulesVersion,
    aggregate: [
      { kind: 'critere', from: 'questions', method: 'weightedMean', ...more },
      { kind: 'theme', from: 'children', method: 'weightedMean' },
    ],
    imperative: { metWhen: from, ...(from === 'score-at-least' ? { threshold: 4 } : {}), onFail: 'action-required' },
  })
  const scoring = (current: string) => ({ scoring: { current, rules: [rule('1.0.0', { round: { decimals: 0 } }, 'score-at-least'), rule('2.0.0', {}, 'all-max')] } })
  const elements = criterion('2.2.1', { imperative: true, questions: ['e1', 'e2'].map((code) => ({ code: `2.2.1.${code}`, type: 'scale', scale: 'maturite', prompt: code })) })
  const [before, after] = [version('2022.3.10', [elements], scoring('1.0.0')), version('2025.7.8', [elements], scoring('2.0.0'))]

  it('move the same answers to another figure, told as computed otherwise', () => {
    const simulation = simulated([before, after], rows([answer('2.2.1.e1', '3'), answer('2.2.1.e2', '4')]), { rules: ['1.0.0', '2.0.0'] })
    expect(simulation.answers).toEqual({ carried: 2, toConfirm: 0, setAside: 0 })
    expect(spokes(simulation)).toEqual([['t1', 4, 3.5, 'changed']])
  })
})
