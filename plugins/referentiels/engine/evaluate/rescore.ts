import type { Compiled } from '../compile/compiled.ts'
import { questionTask } from '../compile/program.ts'
import type { AnswerFinding } from './answer-finding.ts'
import type { AnswerRow, AnswerValue } from './answers.ts'
import type { Evaluation } from './evaluation.ts'
import { evaluationOf } from './evaluation-of.ts'
import { existingGrids, gridOf, noGrid, slotOf, withGrid } from './grids.ts'
import { leftOutBy, notConcernedFinding, readAnswer } from './read-input.ts'
import { Run } from './run.ts'
import { copyResults, emptyResults, type Given, layoutOf } from './state.ts'

/** One answer, or one criterion declared not concerned (null: concerned again). */
export type Change =
  | { readonly answer: AnswerRow }
  | { readonly criterion: string; readonly notConcerned: string | null }

const withFinding = (
  findings: Given['answerFindings'],
  slot: number,
  own: readonly AnswerFinding[],
): Given['answerFindings'] => {
  if (own.length === 0 && !findings.has(slot)) return findings
  const changed = new Map(findings)
  if (own.length > 0) changed.set(slot, own)
  else changed.delete(slot)
  return changed
}

/** The same evaluation with some parts computed again. */
const continued = (compiled: Compiled, previous: Evaluation, given: Given, tasks: readonly number[]): Evaluation => {
  const results = copyResults(compiled.program, given.layout, previous.state.results)
  new Run(compiled, given, results).from(tasks)
  return evaluationOf(compiled, { given, results })
}

/** What was given, moved to another layout: an empty grid may come or go. */
const movedTo = (compiled: Compiled, given: Given, { mentioned, layout }: Pick<Given, 'mentioned' | 'layout'>): Given => {
  const answers: (AnswerValue | null)[] = []
  const answerFindings = new Map<number, readonly AnswerFinding[]>()
  for (const question of compiled.questions) {
    const start = layout.questionStarts[question.index] ?? 0
    const grids = layout.grids[compiled.program.questionGroups[question.index] ?? -1] ?? [noGrid]
    for (const [place, grid] of grids.entries()) {
      const old = slotOf(compiled, given.layout, question, grid)
      answers[start + place] = old === undefined ? null : (given.answers[old] ?? null)
      const findings = old === undefined ? undefined : given.answerFindings.get(old)
      if (findings !== undefined) answerFindings.set(start + place, findings)
    }
  }
  return { ...given, mentioned, layout, answers, answerFindings }
}

const recomputed = (compiled: Compiled, given: Given): Evaluation => {
  const results = emptyResults(compiled.program, given.layout)
  new Run(compiled, given, results).all()
  return evaluationOf(compiled, { given, results })
}

const withAnswer = (compiled: Compiled, previous: Evaluation, row: AnswerRow): Evaluation => {
  const { given } = previous.state
  const question = compiled.questionByCode.get(row.question)
  const grid = question === undefined ? undefined : gridOf(compiled, question, row.grid)
  if (question === undefined || grid === undefined) return previous
  const mentioned = withGrid(compiled, given.mentioned, { question, grid })
  const slot = slotOf(compiled, given.layout, question, grid)
  if (slot === undefined) {
    const layout = layoutOf(compiled.program, existingGrids(compiled, mentioned))
    return withAnswer(compiled, recomputed(compiled, movedTo(compiled, given, { mentioned, layout })), row)
  }
  const { value, findings } = readAnswer(compiled, question, row)
  const answers = given.answers.slice()
  answers[slot] = value
  const changed = { ...given, mentioned, answers, answerFindings: withFinding(given.answerFindings, slot, findings) }
  return continued(compiled, previous, changed, [questionTask(compiled.program, question.index)])
}

const withConcern = (compiled: Compiled, previous: Evaluation, criterion: string, reason: string | null): Evaluation => {
  const node = compiled.nodeByCode.get(criterion)
  if (node === undefined) return previous
  const { given } = previous.state
  const finding = reason === null ? null : notConcernedFinding(compiled, criterion, reason)
  const notConcerned = new Map(given.notConcerned)
  if (reason === null || finding !== null) notConcerned.delete(node.index)
  else notConcerned.set(node.index, reason)
  const others = given.otherFindings.filter(({ path }) => path[0] !== 'notConcerned' || path[1] !== criterion)
  const changed = {
    ...given,
    notConcerned,
    isLeftOut: leftOutBy(compiled, notConcerned),
    otherFindings: finding === null ? others : [...others, finding],
  }
  const below = Array.from({ length: node.questionEnd - node.questionStart }, (_, place) => node.questionStart + place)
  return continued(compiled, previous, changed, below.map((question) => questionTask(compiled.program, question)))
}

/**
 * The evaluation after one change, equal to the one that `evaluate` gives of everything, for the price of what the change
 * reaches. A grid answered in for the first time costs a whole evaluation. A question or criterion that the
 * référentiel doesn't have changes nothing: `checkAnswer` tells.
 */
export const rescore = (compiled: Compiled, previous: Evaluation, change: Change): Evaluation =>
  'answer' in change
    ? withAnswer(compiled, previous, change.answer)
    : withConcern(compiled, previous, change.criterion, change.notConcerned)
