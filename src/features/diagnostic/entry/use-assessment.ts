'use client'

import { useRow } from '../saving/use-saver.ts'
import type { RowName, StoredRow } from '../saving/row.ts'
import type { AssessmentView, CriterionView } from '../view.ts'

export const assessmentRow = (criterion: { readonly code: string }): RowName => ({ kind: 'assessment', criterion: criterion.code })

export const assessmentStored = ({ revision, ...fields }: AssessmentView): StoredRow => ({
  revision,
  fields: {
    notConcerned: fields.notConcerned ?? false,
    reason: fields.reason ?? null,
    toReview: fields.toReview ?? false,
    practices: fields.practices ?? null,
    priority: fields.priority ?? null,
    target: fields.target ?? null,
    toConfirm: fields.toConfirm,
  },
})

/** What is said of one criterion, live. */
export const useAssessment = (criterion: Pick<CriterionView, 'code' | 'assessment'>) =>
  useRow(assessmentRow(criterion), assessmentStored(criterion.assessment))
