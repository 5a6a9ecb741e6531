import { describe, expect, it } from 'vitest'

import type { ReportCriterion } from '#domain/report/report.ts'

import { aCriterion, aRating } from '../../../tests/report/a-report.ts'
import { criterionText } from './criterion.ts'

const written = (changed: Partial<ReportCriterion>): string => criterionText(aCriterion(changed), []).markup

describe('a printed criterion', () => {
  it('writes its mean as every other mean is written', () => {
    expect(written({ score: 1.75 })).toContain('Moyenne <b>1,8</b>')
  })

  it('marks each value out of the calculation by its own sign, unlike what is declared not concerned', () => {
    const valued = (label: string, mark: string) =>
      written({ questions: [{ code: 'c1', prompt: null, replies: [{ grid: null, answer: { kind: 'aside', label, mark }, comment: null, isToConfirm: false }] }] })
    expect(valued('Réponse inadaptée', 'RI')).toContain('<span class="mark small concern">RI</span><b>Réponse inadaptée</b>')
    expect(valued('Non concerné', 'NC')).toContain('<span class="mark small concern">NC</span>')
    expect(written({ notConcerned: { reason: 'Fermé le soir' } })).toContain('<span class="mark small empty concern">NC</span>')
  })

  it('says once that what it holds waits to be confirmed, and of which answer where there are several', () => {
    const carried = { ...aRating(2), replies: aRating(2).replies.map((reply) => ({ ...reply, isToConfirm: true })) }
    const marks = (changed: Partial<ReportCriterion>) => written(changed).split('<span class="tag">À confirmer</span>').length - 1
    expect(marks({})).toBe(0)
    expect(marks({ isToConfirm: true, questions: [carried] })).toBe(1)
    expect(marks({ isToConfirm: true, questions: [{ ...carried, prompt: 'Comment ?' }, { ...aRating(3), prompt: 'Combien ?' }] })).toBe(2)
  })
})
