import { describe, expect, it } from 'vitest'

import type { ReportCriterion } from '#domain/report/report.ts'

import { aCriterion } from '../../../tests/report/a-report.ts'
import { criterionText } from './criterion.ts'

const written = (changed: Partial<ReportCriterion>): string => criterionText(aCriterion(changed), []).markup

describe('a printed criterion', () => {
  it('writes its mean as every other mean is written', () => {
    expect(written({ score: 1.75 })).toContain('Moyenne <b>1,8</b>')
  })
})
