import { ancestorsOf } from '#plugins/referentiels/engine/compile/compiled.ts'
import type {
  Compiled, CompiledField, CompiledNode, CompiledPage, CompiledQuestion,
} from '#plugins/referentiels/engine/compile/compiled.ts'
import type { AnswerValue, Quantity, TableRow } from '#plugins/referentiels/engine/evaluate/answers.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

import { levelOfValue, levelScaleOf } from './level-scale.rules.ts'
import type { ReportAnswer, ReportCriterion, ReportPage, ReportQuestion, ReportReply, ReportTarget } from './report.ts'

/** What is stored of a criterion beside its answers. */
export type AssessmentFacts = {
  readonly criterion: string
  readonly notConcerned: boolean
  readonly reason: string | null
  readonly toReview: boolean
  readonly practices: string | null
  readonly priority: 1 | 2 | 3 | null
  /** Code of the scale's value that is aimed at. */
  readonly target: string | null
  /** Why it waits to be confirmed since it was carried from an older version; null where it doesn't. */
  readonly toConfirm: string | null
}

export type PageSources = {
  readonly compiled: Compiled
  readonly evaluation: Evaluation
  readonly assessments: ReadonlyMap<string, AssessmentFacts>
  /** The comment on an answer; grid 0 where nothing repeats. */
  readonly commentOf: (question: string, grid: number) => string | null
  /** Whether an answer waits to be confirmed. */
  readonly isToConfirm: (question: string, grid: number) => boolean
}

const isRows = (value: readonly (string | TableRow)[]): value is readonly TableRow[] => value.every((row) => typeof row === 'object')
const isQuantity = (value: AnswerValue): value is Quantity => typeof value === 'object' && 'amount' in value

const labelOf = (field: CompiledField, code: string): string => field.options.find((option) => option.code === code)?.label ?? code

const scaleAnswer = (compiled: Compiled, field: CompiledField, code: string): ReportAnswer => {
  const scale = field.scale === null ? undefined : compiled.scales.get(field.scale)
  const value = field.values.find((each) => each.code === code)
  const label = value?.label ?? code
  if (scale === undefined || !scale.isOrdered) return { kind: 'choices', labels: [label] }
  const shown = levelScaleOf(scale)
  const level = levelOfValue(shown, value)
  if (level !== null) return { kind: 'level', level, label, hasStar: shown.star !== null }
  const uncounted = shown.aside.find((each) => each.code === code)
  return uncounted === undefined ? { kind: 'choices', labels: [label] } : { kind: 'aside', label, mark: uncounted.mark }
}

const numberUnits: Readonly<Partial<Record<CompiledField['type'], string>>> = { percent: '%' }

const answerOf = (compiled: Compiled, field: CompiledField, value: AnswerValue): ReportAnswer => {
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'number') {
    if (field.type === 'year') return { kind: 'text', text: String(value) }
    return { kind: 'number', value, unit: numberUnits[field.type] ?? field.unit, decimals: field.decimals }
  }
  if (typeof value === 'string') {
    if (field.type === 'scale') return scaleAnswer(compiled, field, value)
    if (field.type === 'single') return { kind: 'choices', labels: [labelOf(field, value)] }
    return field.type === 'date' ? { kind: 'date', value } : { kind: 'text', text: value }
  }
  if (isQuantity(value)) return { kind: 'number', value: value.amount, unit: value.unit, decimals: field.decimals }
  if (value.length === 0 || !isRows(value)) {
    return { kind: 'choices', labels: value.flatMap((code) => (typeof code === 'string' ? [labelOf(field, code)] : [])) }
  }
  return { kind: 'table', columns: [], rows: [] }
}

const tableAnswer = (compiled: Compiled, { columns }: CompiledQuestion, rows: readonly TableRow[]): ReportAnswer => ({
  kind: 'table',
  columns: columns.map(({ prompt }) => prompt),
  rows: rows.map((row) => columns.map((column) => {
    const cell = Object.hasOwn(row, column.code) ? row[column.code] : null
    return cell === null || cell === undefined ? null : answerOf(compiled, column, cell)
  })),
})

const replyOf = ({ compiled, evaluation, commentOf, isToConfirm }: PageSources, question: CompiledQuestion, grid: number): ReportReply => {
  const value = evaluation.answerOf(question.code, question.repeatedBy === null ? undefined : grid)
  const repeat = question.repeatedBy === null ? undefined : compiled.nodeByCode.get(question.repeatedBy)?.repeat
  return {
    grid: repeat ? `${repeat.label} ${grid}` : null,
    answer: value === null
      ? null
      : question.type === 'table' && Array.isArray(value) && isRows(value)
        ? tableAnswer(compiled, question, value)
        : answerOf(compiled, question, value),
    comment: commentOf(question.code, grid),
    isToConfirm: value !== null && isToConfirm(question.code, grid),
  }
}

const questionOf = (sources: PageSources, owner: CompiledNode, question: CompiledQuestion): ReportQuestion => {
  const { compiled, evaluation } = sources
  const grids = question.repeatedBy === null ? [0] : evaluation.gridsOf(question.repeatedBy)
  return {
    code: question.code,
    prompt: !question.isRating ? question.prompt : question.node === owner.code ? null : (compiled.nodeByCode.get(question.node)?.title ?? null),
    replies: grids
      .filter((grid) => question.repeatedBy === null || evaluation.isVisible(question.code, grid))
      .map((grid) => replyOf(sources, question, grid)),
  }
}

const questionsOf = (sources: PageSources, owner: CompiledNode, questions: readonly CompiledQuestion[]): readonly ReportQuestion[] =>
  questions.filter(({ code }) => sources.evaluation.isVisible(code)).map((question) => questionOf(sources, owner, question))

const targetOf = ({ compiled }: PageSources, node: CompiledNode, target: string | null): ReportTarget | null => {
  const question = compiled.questions.slice(node.questionStart, node.questionEnd).find(({ type }) => type === 'scale')
  const scale = question === undefined || question.scale === null ? undefined : compiled.scales.get(question.scale)
  const value = question?.values.find(({ code }) => code === target)
  if (scale === undefined || value === undefined) return null
  const level = levelOfValue(levelScaleOf(scale), value)
  return level === null ? null : { level, label: value.label }
}

const wordy = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text)

const criterionOf = (sources: PageSources, page: CompiledPage, node: CompiledNode): ReportCriterion => {
  const { compiled, evaluation } = sources
  const facts = sources.assessments.get(node.code)
  const questions = compiled.questions.slice(node.questionStart, node.questionEnd)
  const isDeclined = evaluation.isNotConcerned(node.code)
  const shown = isDeclined ? [] : questionsOf(sources, node, questions)
  const imperative = evaluation.imperativeOf(node.code)
  return {
    code: node.code,
    number: node.number,
    title: node.title,
    statement: node.statement,
    path: ancestorsOf(compiled, node).filter(({ index }) => index > page.node.index).map(({ title }) => title).reverse(),
    isImperative: node.isImperative,
    isMet: imperative === 'met' ? true : imperative === 'notMet' ? false : null,
    notConcerned: isDeclined ? { reason: facts?.reason ?? '' } : null,
    isToReview: facts?.toReview ?? false,
    isToConfirm: (facts?.toConfirm ?? null) !== null || shown.some(({ replies }) => replies.some((reply) => reply.isToConfirm)),
    questions: shown,
    score: !isDeclined && questions.filter(({ isScored }) => isScored).length > 1 ? evaluation.scoreOf(node.code).value : null,
    practices: wordy(facts?.practices ?? null),
    priority: facts?.priority ?? null,
    target: targetOf(sources, node, facts?.target ?? null),
  }
}

/** Every page with what applies on it, in the order of the screen; a page on which nothing applies is left out. */
export const buildPages = (sources: PageSources): readonly ReportPage[] => {
  const { compiled, evaluation } = sources
  return compiled.pages.flatMap((page) => {
    const { node } = page
    const criteria = page.criteria
      .filter(({ code }) => evaluation.applicabilityOf(code) !== 'doesNotApply')
      .map((criterion) => criterionOf(sources, page, criterion))
    const own = compiled.questions.slice(node.questionStart, node.questionEnd).filter(({ criterion }) => criterion === null)
    const questions = questionsOf(sources, node, own)
    if (criteria.length === 0 && questions.length === 0) return []
    return [{
      code: node.code,
      number: node.number,
      title: node.title,
      path: ancestorsOf(compiled, node).map(({ title }) => title).reverse(),
      questions,
      criteria,
    }]
  })
}
