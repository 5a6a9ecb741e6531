import { describe, expect, it } from 'vitest'

import { answer, compiledFile, reportOf } from '../../../tests/report/report-of.ts'
import { highlightsOf } from './highlights.rules.ts'

const complete = compiledFile('referentiels/ess-complet/referentiel.yaml')

describe('the report of the complete référentiel', () => {
  const [first, second, third] = complete.criteria
  const codes = [first, second, third].map((node) => node?.code ?? '')
  const levels = complete.questionByCode.get(codes[0] ?? '')?.values.map(({ code }) => code) ?? []

  it('says nothing where nothing is answered, and never zero', () => {
    const { synthesis, pages, scales } = reportOf(complete, {})
    expect(synthesis.completeness).toEqual({ answered: 0, criteria: complete.criteria.length, notConcerned: 0, notApplicable: 0, unknown: 0, complete: 0 })
    expect(synthesis.axes[0]?.spokes.every(({ current, target, previous }) => current === null && target === null && previous === null)).toBe(true)
    expect(synthesis.overall).toBeNull()
    expect(pages.flatMap(({ criteria }) => criteria)).toHaveLength(complete.criteria.length)
    expect(scales.map((scale) => scale.levels.length)).toEqual([levels.length])
  })

  it('counts, spreads and takes the middle of what is answered on the first theme', () => {
    const { synthesis, pages } = reportOf(complete, {
      answers: [answer(codes[0] ?? '', levels[1], 'Voté en octobre'), answer(codes[1] ?? '', levels[3])],
      assessments: [
        { criterion: codes[2] ?? '', notConcerned: true, reason: 'Pas de salarié' },
        { criterion: codes[0] ?? '', priority: 3, practices: 'Nos statuts', toReview: true, target: levels[4] ?? null },
      ],
      before: [answer(codes[0] ?? '', levels[0])],
    })
    const [axis] = synthesis.axes
    const theme = complete.pages[0]?.criteria.length ?? 0
    expect(axis?.spokes[0]).toMatchObject({ current: 3, target: 4.5, previous: 1, answered: 2, applicable: theme - 1 })
    expect(axis?.spokes[1]).toMatchObject({ current: null, target: null, previous: null })
    expect(axis?.spreads[0]?.rows[0]).toEqual({
      counts: [0, 1, 0, 1, 0], star: 0, aside: 0, unanswered: theme - 3, notConcerned: 1, median: [2, 4],
    })
    expect(synthesis.completeness).toMatchObject({ answered: 2, criteria: complete.criteria.length - 1, notConcerned: 1 })
    expect(pages[0]?.criteria[0]).toMatchObject({
      isToReview: true,
      priority: 3,
      practices: 'Nos statuts',
      target: { level: { rank: 5, of: 5, isStar: false } },
      questions: [{ prompt: null, replies: [{ grid: null, answer: { kind: 'level', level: { rank: 2, of: 5, isStar: false } }, comment: 'Voté en octobre' }] }],
    })
    expect(pages[0]?.criteria[2]).toMatchObject({ notConcerned: { reason: 'Pas de salarié' }, questions: [] })
  })

  it('tells which criteria wait to be confirmed since they were carried: by an answer that is given, or by what is said of them', () => {
    const report = reportOf(complete, {
      answers: [answer(codes[0] ?? '', levels[1])],
      toConfirm: [{ question: codes[0] ?? '', grid: 0 }, { question: codes[1] ?? '', grid: 0 }],
      assessments: [{ criterion: codes[2] ?? '', practices: 'Nos statuts', toConfirm: 'merged' }],
    })
    expect(report.pages[0]?.criteria.slice(0, 3).map(({ isToConfirm }) => isToConfirm)).toEqual([true, false, true])
    expect(highlightsOf(report)).toContainEqual({ kind: 'toConfirm', criteria: 2 })
    expect(highlightsOf(reportOf(complete, {})).map(({ kind }) => kind)).not.toContain('toConfirm')
  })
})
