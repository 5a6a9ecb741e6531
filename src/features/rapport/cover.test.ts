import { describe, expect, it } from 'vitest'

import type { Completeness } from '#domain/report/synthesis.ts'

import { aReport } from '../../../tests/report/a-report.ts'
import { cover } from './cover.ts'

const report = aReport()

/** Each figure of the cover: what it counts, and how many. */
const figures = (changed: Partial<Completeness>): readonly string[] => {
  const synthesis = { ...report.synthesis, completeness: { ...report.synthesis.completeness, ...changed } }
  const { markup } = cover({ ...report, synthesis }, undefined)
  return [...markup.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, detail, value]) => `${value} ${detail}`.replaceAll(/\s/gu, ' '))
}

describe('what the cover says to remember', () => {
  it('tells how many criteria wait to be confirmed, and nothing where none does', () => {
    const [first, ...others] = report.pages
    const pages = first === undefined ? [] : [{ ...first, criteria: first.criteria.map((each) => ({ ...each, isToConfirm: true })) }, ...others]
    expect(cover({ ...report, pages }, undefined).markup.replaceAll(/\s/gu, ' ')).toContain('5 critères portent la mention « À confirmer »')
    expect(cover(report, undefined).markup).not.toContain('À confirmer')
  })
})

describe('the figures of the cover', () => {
  it('do not say that everything is of concern where the profile leaves criteria out', () => {
    expect(figures({ notConcerned: 0, notApplicable: 12 })).toContain('0 critère déclaré non concerné ; 12 ne s’appliquent pas')
    expect(figures({ notConcerned: 2, notApplicable: 0 })).toContain('2 critères déclarés non concernés')
  })
})
