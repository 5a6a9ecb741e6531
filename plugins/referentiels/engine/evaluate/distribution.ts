import type { Compiled } from '../compile/compiled.ts'
import type { Range } from '../compile/program.ts'
import type { Distribution, Progress } from './evaluation.ts'
import { type EvaluationState, no, yes } from './state.ts'

/** Calls with each slot of some questions. */
const forEachSlot = (
  { given }: EvaluationState,
  questions: readonly Range[],
  call: (question: number, slot: number) => void,
): void => {
  const { questionStarts } = given.layout
  for (const { start, end } of questions) {
    for (let question = start; question < end; question += 1) {
      const first = questionStarts[question] ?? 0
      const last = questionStarts[question + 1] ?? first
      for (let slot = first; slot < last; slot += 1) call(question, slot)
    }
  }
}

/** What is answered of what is waited for: applicable for sure, not optional, not computed, not left out; grids apart. */
export const progressIn = (compiled: Compiled, { given, results }: EvaluationState, questions: readonly Range[]): Progress => {
  const { questionNodes, isWaitedFor } = compiled.program
  const { questionStarts } = given.layout
  const { visible, values } = results
  let answered = 0
  let applicable = 0
  for (const { start, end } of questions) {
    for (let question = start; question < end; question += 1) {
      if (isWaitedFor[question] === 0 || given.isLeftOut[questionNodes[question] ?? 0] === 1) continue
      const last = questionStarts[question + 1] ?? 0
      for (let slot = questionStarts[question] ?? 0; slot < last; slot += 1) {
        if (visible[slot] !== yes) continue
        applicable += 1
        if (values[slot] !== null) answered += 1
      }
    }
  }
  return { answered, applicable }
}

/** How many questions are shown in at least one grid. */
export const shownQuestions = (compiled: Compiled, { given, results }: EvaluationState): number => {
  const { questionStarts } = given.layout
  let shown = 0
  for (let question = 0; question < compiled.questions.length; question += 1) {
    const first = questionStarts[question] ?? 0
    const last = questionStarts[question + 1] ?? first
    let isShown = false
    for (let slot = first; slot < last; slot += 1) isShown ||= results.visible[slot] !== no
    if (isShown) shown += 1
  }
  return shown
}

type Counting = { readonly counts: Map<string, number>; unanswered: number; notConcerned: number }

/** The value in the middle, or both where there are two that differ; values without score have no place in the order. */
const medianOf = (values: readonly { readonly code: string; readonly score: number | null }[], counts: ReadonlyMap<string, number>) => {
  const ranked = values.flatMap(({ code, score }) => (score === null ? [] : [{ code, count: counts.get(code) ?? 0 }]))
  const total = ranked.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return []
  const at = (place: number): string => {
    let before = 0
    for (const { code, count } of ranked) {
      before += count
      if (place < before) return code
    }
    return ''
  }
  return [...new Set([at(Math.floor((total - 1) / 2)), at(Math.floor(total / 2))])]
}

/** For each scale that some scored questions use, how often each of its values is chosen. */
export const distributionsIn = (
  compiled: Compiled,
  state: EvaluationState,
  questions: readonly Range[],
): readonly Distribution[] => {
  const byScale = new Map<string, Counting>()
  const countingOf = (scale: string): Counting => {
    const known = byScale.get(scale)
    if (known !== undefined) return known
    const codes = compiled.scales.get(scale)?.values ?? []
    const counting = { counts: new Map(codes.map(({ code }) => [code, 0])), unanswered: 0, notConcerned: 0 }
    byScale.set(scale, counting)
    return counting
  }
  forEachSlot(state, questions, (question, slot) => {
    const asked = compiled.questions[question]
    if (asked === undefined || asked.scale === null || !asked.isScored || state.results.visible[slot] === no) return
    const counting = countingOf(asked.scale)
    const value = state.results.values[slot]
    if (state.given.isLeftOut[compiled.program.questionNodes[question] ?? 0] === 1) counting.notConcerned += 1
    else if (typeof value === 'string') counting.counts.set(value, (counting.counts.get(value) ?? 0) + 1)
    else counting.unanswered += 1
  })
  return [...byScale].map(([code, counting]) => {
    const scale = compiled.scales.get(code)
    const isOrdered = scale?.isOrdered ?? false
    return { scale: code, ...counting, median: isOrdered ? medianOf(scale?.values ?? [], counting.counts) : [] }
  })
}
