import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import type { StepState } from '#domain/diagnostic/steps.rules.ts'
import { stepState } from '#domain/diagnostic/steps.rules.ts'

import type { Fields, KnownRow, Row, RowName, StoredRow } from '../saving/row.ts'
import { rowKey, shownFields } from '../saving/row.ts'
import type { CriterionView, PageView } from '../view.ts'
import { answerRow, answerStored } from './answer-rows.ts'
import { assessmentRow, assessmentStored } from './use-assessment.ts'

const isGiven = (value: AnswerValue | undefined): boolean => value !== null && value !== undefined

const hasText = (value: AnswerValue | undefined): value is string => typeof value === 'string' && value.trim() !== ''

/** Every row that a page shows and one may write, with what the server said of it. What is computed is no row. */
export const rowsOfPage = ({ page, criteria }: Pick<PageView, 'page' | 'criteria'>): readonly KnownRow[] =>
  criteria.flatMap((criterion) => {
    const place = { page: page.code, criterion: criterion.code, label: criterion.number === '' ? criterion.title : criterion.number }
    return [
      { name: assessmentRow(criterion), stored: assessmentStored(criterion.assessment), place },
      ...criterion.questions.filter(({ type }) => type !== 'computed').flatMap((question) =>
        question.cells.map((cell) => ({ name: answerRow(question, cell), stored: answerStored(cell), place })),
      ),
    ]
  })

/** Rows by their key, to look many up. */
export type RowsByKey = ReadonlyMap<string, Row>

export const byKey = (rows: readonly Row[]): RowsByKey => new Map(rows.map((row) => [rowKey(row.name), row]))

const fieldsOf = (rows: RowsByKey, name: RowName, stored: StoredRow): Fields => {
  const row = rows.get(rowKey(name))
  return row === undefined ? stored.fields : shownFields(row)
}

export type LiveCriterion = {
  readonly state: StepState
  readonly answered: number
  readonly expected: number
  /** Nothing was given, whether it is waited for or not. */
  readonly isBlank: boolean
  /** Something of it was carried from an older version of the référentiel, and waits to be confirmed. */
  readonly isToConfirm: boolean
  /** The fields of what is said of it. */
  readonly assessment: Fields
  /** Of the only question that is shown, when there is but one. */
  readonly only: Fields | null
  /** What was typed beside its answers. */
  readonly comments: readonly string[]
  /** When an answer of it was last saved from here; ISO. */
  readonly savedAt: string | null
}

/** A criterion with what is being typed: what the folded line and the counts of the page show. */
export const liveCriterion = (rows: RowsByKey, criterion: CriterionView): LiveCriterion => {
  const assessment = fieldsOf(rows, assessmentRow(criterion), assessmentStored(criterion.assessment))
  const cells = criterion.questions.flatMap((question) =>
    question.cells.filter(({ isVisible }) => isVisible).map((cell) => ({ question, cell })),
  )
  const shown = cells.map(({ question, cell }) => ({
    cell,
    fields: fieldsOf(rows, answerRow(question, cell), answerStored(cell)),
  }))
  const waited = shown.filter(({ cell }) => cell.isExpected)
  const answered = waited.filter(({ fields }) => isGiven(fields['value'])).length
  const [first] = shown
  return {
    state: stepState({
      applicability: criterion.applicability,
      // As the engine has it: without a reason it is asked for.
      isNotConcerned: assessment['notConcerned'] === true && hasText(assessment['reason']),
      answered,
      expected: waited.length,
    }),
    answered,
    expected: waited.length,
    isBlank: !shown.some(({ fields }) => isGiven(fields['value'])),
    isToConfirm: shown.some(({ fields }) => isGiven(fields['value']) && isGiven(fields['toConfirm'])),
    assessment,
    only: shown.length === 1 && first !== undefined ? first.fields : null,
    comments: shown.flatMap(({ fields: { comment } }) => (hasText(comment) ? [comment] : [])),
    savedAt: lastSaved(rows, cells.map(({ question, cell }) => answerRow(question, cell))),
  }
}

const lastSaved = (rows: RowsByKey, names: readonly RowName[]): string | null =>
  names
    .flatMap((name) => {
      const state = rows.get(rowKey(name))?.state
      return state?.kind === 'saved' ? [state.at] : []
    })
    .toSorted()
    .at(-1) ?? null
