import type { Compiled, CompiledNode, CompiledQuestion } from '#plugins/referentiels/engine/compile/compiled.ts'
import { descendantsOf, questionsBelow } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import type { AnswerRow, AssessmentRow } from '#server/diagnostics/rows.queries.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import type { AssessmentView, CellView, CriterionView, HelpView, QuestionView } from '../view.ts'
import { fieldView } from './vocabulary.ts'
import { reasonSentence } from './reason.ts'

/** Everything that a criterion's view is made of. */
export type CriterionSource = {
  readonly compiled: Compiled
  readonly evaluation: Evaluation
  readonly answers: ReadonlyMap<string, AnswerRow>
  readonly assessments: ReadonlyMap<string, AssessmentRow>
  /** Last year's answers, by question. */
  readonly previous: ReadonlyMap<string, AnswerValue>
  /** « Thomas Guilloteau, hier à 16:20 ». */
  readonly tellChange: (row: { readonly by: string | null; readonly at: string }) => string
  readonly isWritable: (criterion: CompiledNode) => boolean
  /** Where the person may complete the profile, and whether all of it is said; null where they may not. */
  readonly profile: { readonly path: string; readonly isWhole: boolean } | null
}

export const answerKey = (question: string, grid: number): string => `${grid}:${question}`

/** « 31. » of the document is « 31 » in the margin. */
export const shownNumber = (node: CompiledNode): string => node.number?.replace(/\.$/, '') ?? ''

export const helpView = ({ about, stakes, help }: CompiledNode, compiled: Compiled): HelpView | null => {
  const levelLabel = (code: string | null): string | null => {
    if (code === null) return null
    const values = [...compiled.scales.values()].flatMap((scale) => scale.values)
    return values.find((value) => value.code === code)?.short ?? code
  }
  const view: HelpView = {
    about,
    stakes,
    questions: help.inspiringQuestions,
    examples: help.examples,
    evidence: help.evidence.map(({ label, isRequired, fromLevel }) => ({ label, isRequired, from: levelLabel(fromLevel) })),
    resources: help.resources.map(({ label, href }) => ({ label, href })),
    indicators: help.indicators.map(({ label, unit }) => (unit === null ? label : `${label} (${unit})`)),
  }
  const isEmpty = about === null && stakes === null && Object.values(view).every((part) => part === null || part.length === 0)
  return isEmpty ? null : view
}

export const assessmentView = (row: AssessmentRow | undefined): AssessmentView => ({
  revision: row?.revision ?? 0,
  notConcerned: row?.notConcerned ?? false,
  reason: row?.reason ?? null,
  toReview: row?.toReview ?? false,
  practices: row?.practices ?? null,
  priority: row?.priority ?? null,
  target: row?.target ?? null,
  toConfirm: row?.toConfirm ?? null,
})

const gridsOf = (question: CompiledQuestion, evaluation: Evaluation): readonly number[] =>
  question.repeatedBy === null ? [0] : evaluation.gridsOf(question.repeatedBy)

const cellsOf = (question: CompiledQuestion, { evaluation, answers, tellChange }: CriterionSource): readonly CellView[] =>
  gridsOf(question, evaluation).map((grid) => {
    const row = answers.get(answerKey(question.code, grid))
    const isVisible = evaluation.isVisible(question.code, grid)
    const depends = question.values.some(({ allowed }) => allowed !== 'always')
    return {
      grid,
      isVisible,
      isExpected: isVisible && !question.isOptional && question.type !== 'computed',
      revision: row?.revision ?? 0,
      value: question.type === 'computed' ? (computedOf(evaluation, question.code, grid)) : (row?.value ?? null),
      comment: row?.comment ?? null,
      toConfirm: row?.toConfirm ?? null,
      detail: row === undefined || row.value === null ? null : tellChange(row),
      allowed: depends ? evaluation.allowedValuesOf(question.code, grid) : null,
    }
  })

const computedOf = (evaluation: Evaluation, question: string, grid: number): number | null => {
  const value = evaluation.answerOf(question, grid)
  return typeof value === 'number' ? value : null
}

const questionView = (question: CompiledQuestion, criterion: CompiledNode, source: CriterionSource): QuestionView => {
  const node = source.compiled.nodeByCode.get(question.node)
  return {
    ...fieldView(question),
    isRating: question.isRating && question.node === criterion.code,
    levelTexts: Object.fromEntries((node?.levelTexts ?? []).map(({ value, text }) => [value, text])),
    heading: node === undefined || node.code === criterion.code ? null : [shownNumber(node), node.title].filter((part) => part !== '').join(' '),
    repeatedBy: question.repeatedBy,
    columns: question.columns.map(fieldView),
    rows: question.rows === null ? null : { min: question.rows.min, max: question.rows.max },
    cells: cellsOf(question, source),
    previous: source.previous.get(question.code) ?? null,
  }
}

/**
 * What the engine waits for may be less than what is shown: a condition that is unknown keeps its question in
 * sight without missing it.
 */
const withoutUncertain = (
  questions: readonly QuestionView[],
  { compiled, evaluation }: CriterionSource,
  criterion: CompiledNode,
): readonly QuestionView[] => {
  const waited = questions.reduce((sum, { cells }) => sum + cells.filter(({ isExpected }) => isExpected).length, 0)
  if (waited <= evaluation.progressOf(criterion.code).applicable) return questions
  const below = [criterion, ...descendantsOf(compiled, criterion)]
  const uncertain = new Set(below.filter(({ code }) => evaluation.applicabilityOf(code) === 'unknown').map(({ code }) => code))
  return questions.map((question) => {
    const { isConditional = false, node = '' } = compiled.questionByCode.get(question.code) ?? {}
    if (!isConditional && !uncertain.has(node)) return question
    return { ...question, cells: question.cells.map((cell) => ({ ...cell, isExpected: cell.isExpected && cell.value !== null })) }
  })
}

/** Where to say what the profile may lack to know whether a criterion applies; a condition may ask for the profile too. */
const profileHref = ({ code, page }: CompiledNode, { evaluation, profile }: CriterionSource): string | null => {
  if (profile === null || profile.isWhole || evaluation.applicabilityOf(code) !== 'unknown') return null
  return `${profile.path}?${new URLSearchParams({ theme: page, critere: code })}`
}

/** One criterion, ready for the browser. */
export const criterionView = (
  criterion: CompiledNode,
  headings: CriterionView['headings'],
  source: CriterionSource,
): CriterionView => {
  const { compiled, evaluation } = source
  const applicability = evaluation.applicabilityOf(criterion.code)
  const asked = applicability === 'doesNotApply' ? [] : questionsBelow(compiled, criterion)
  const questions = withoutUncertain(asked.map((question) => questionView(question, criterion, source)), source, criterion)
  const texts = diagnosticTexts.answer
  return {
    code: criterion.code,
    number: shownNumber(criterion),
    title: criterion.title,
    statement: applicability === 'doesNotApply' ? null : criterion.statement,
    headings,
    isImperative: criterion.isImperative,
    isOptional: criterion.isOptional,
    applicability,
    reason: reasonSentence(compiled, evaluation, criterion.code),
    profileHref: profileHref(criterion, source),
    isWritable: source.isWritable(criterion),
    facts: [
      ...(criterion.respondent === null ? [] : [texts.respondent(criterion.respondent)]),
      ...(criterion.methods.length === 0 ? [] : [texts.methods(criterion.methods)]),
    ],
    help: applicability === 'doesNotApply' ? null : helpView(criterion, compiled),
    questions,
    assessment: assessmentView(source.assessments.get(criterion.code)),
    score: asked.length > 1 ? evaluation.scoreOf(criterion.code).value : null,
  }
}
