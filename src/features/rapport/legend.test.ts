import { describe, expect, it } from 'vitest'

import { aCriterion, aRating, maturity } from '../../../tests/report/a-report.ts'
import type { ReportCriterion } from '#domain/report/report.ts'

import { barLegend, otherMarks, scaleLegend, shortLegendOf } from './legend.ts'

const inadequate = { code: 'RI', label: 'Réponse inadaptée', description: null, score: null, mark: 'RI' }
const scale = { ...maturity, aside: [{ ...inadequate, code: 'NC', label: 'Non concerné', mark: 'NC' }, inadequate] }

describe('the legends of the report', () => {
  it('give each value out of the calculation its own sign', () => {
    const { markup } = scaleLegend(scale, 'Lire les niveaux')
    expect([...markup.matchAll(/concern">(.*?)<\/span><span>(.*?)</g)].map(([, mark, words]) => [mark, words])).toEqual([
      ['NC', 'Non concerné'], ['RI', 'Réponse inadaptée'],
    ])
  })

  it('leave the cover where they are many or long', () => {
    expect(shortLegendOf([scale])).toBe(scale)
    expect(shortLegendOf([scale, maturity])).toBeNull()
    expect(shortLegendOf([{ ...scale, levels: scale.levels.map((level) => ({ ...level, description: 'Une pratique. '.repeat(8) })) }])).toBeNull()
    expect(shortLegendOf([{ ...scale, levels: [...scale.levels, ...scale.levels] }])).toBeNull()
  })

  it('say what stands in a bar beside the levels', () => {
    expect(barLegend(scale).markup).toMatch(/Hors calcul\s:\sNon concerné, Réponse inadaptée/u)
    expect(barLegend(maturity).markup).not.toContain('Hors calcul')
  })

  it('explain the marks that the document has, and no others', () => {
    const marks = (criterion: Partial<ReportCriterion>) =>
      otherMarks([{ code: 't', number: null, title: 'Thème', path: [], questions: [], criteria: [aCriterion(criterion)] }])?.markup
    expect(marks({})).toBeUndefined()
    expect(marks({ questions: [aRating(null)] })).toContain('Sans réponse')
    expect(marks({ isToConfirm: true })).toContain('Repris de la version précédente du référentiel')
    expect(marks({ notConcerned: { reason: 'Fermé le soir' }, questions: [] })).toContain('Critère déclaré non concerné')
  })
})
