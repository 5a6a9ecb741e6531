import { describe, expect, it } from 'vitest'

import { brokenSeries } from '#domain/report/broken-series.rules.ts'
import { buildSynthesis } from '#domain/report/build-synthesis.ts'
import { previousThrough } from '#features/diagnostic/previous-through.ts'
import { compile } from '#plugins/referentiels/engine/compile/compile.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { chainedMap } from '#plugins/referentiels/engine/migration/chain.ts'
import { seriesBetween } from '#plugins/referentiels/engine/migration/series.ts'
import { criterion, version, withMigration } from '#plugins/referentiels/engine/migration/tests/versions.ts'

const second = (code: string) => ({ code, kind: 'theme', title: 'Environnement' })
const third = { code: 't3', kind: 'theme', title: 'Territoire' }
const lastYear = version('1.0.0', [criterion('c1'), criterion('c2'), second('t2'), criterion('c3', { parent: 't2' })])
const thisYear = version(
  '2.0.0',
  [criterion('c1'), criterion('c2'), criterion('c4'), second('e'), criterion('e1', { parent: 'e', title: 'Critère c3' }), third, criterion('c5', { parent: 't3' })],
  withMigration('1.x', [{ from: 't2', to: ['e'], kind: 'renamed' }, { from: 'c3', to: ['e1'], kind: 'renamed' }]),
)
const map = chainedMap([lastYear, thisYear])
const [before, after] = [compile(lastYear), compile(thisYear)]

const synthesis = buildSynthesis({
  compiled: after,
  evaluation: evaluate(after, { answers: { c1: '4', c2: '4', e1: '5', c5: '2' } }),
  aimed: null,
  previous: evaluate(before, { answers: { c1: '2', c2: '3', c3: '1' } }),
  series: seriesBetween({ before, after, map }),
})

describe('Figures of two years on two versions', () => {
  it('stand in one series under the new codes, each as it was computed then', () => {
    expect(synthesis.axes[0]?.spokes.map(({ code, previous, current, continuity }) => [code, previous, current, continuity])).toEqual([
      ['t1', 2.5, 4, 'changed'],
      ['e', 1, 5, 'continuous'],
      ['t3', null, 2, 'broken'],
    ])
  })

  it('say which of them can’t be compared', () => {
    const [axis] = synthesis.axes
    expect(axis && brokenSeries(axis)).toEqual({ broken: ['Territoire'], changed: ['Gouvernance'] })
  })

  it('compare a subset with the whole by what both have', () => {
    const whole = version('1.0.0', [criterion('c1'), criterion('c2'), second('t2'), criterion('c3', { parent: 't2' })], { subsets: [{ code: 'court', label: 'Court', include: ['c1', 'c3'] }] })
    const series = seriesBetween({ before: compile(whole, { subset: 'court' }), after: compile(whole), map: chainedMap([whole]) })
    expect([...(series.get('theme') ?? [])].map(([code, { continuity }]) => [code, continuity])).toEqual([['t1', 'changed'], ['t2', 'continuous']])
  })
})

describe('Last year’s answers and texts', () => {
  const split = version('2.0.0', [criterion('c1', { title: 'Autrement' }), criterion('a'), criterion('b'), second('t2'), criterion('c3', { parent: 't2' })],
    withMigration('1.x', [{ from: 'c2', to: ['a', 'b'], kind: 'split' }]))
  const rows = {
    answers: new Map([['c1', '4'], ['c2', '3'], ['c3', '1']]),
    practices: new Map([['c2', 'Un comité'], ['c3', 'Un tri']]),
  }

  it('are shown where the same was asked; texts to take up follow every way', () => {
    const { answers, practices } = previousThrough(rows, chainedMap([lastYear, split]))
    expect([...answers]).toEqual([['c1', '4'], ['c3', '1']])
    expect([...practices]).toEqual([['a', 'Un comité'], ['b', 'Un comité'], ['c3', 'Un tri']])
  })
})
