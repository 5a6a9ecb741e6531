/**
 * How far a diagnostic is filled in, counted in criteria: « 27 sur 35 » (domain.md R3). Kept apart from the result.
 * It decides what counts as answered; what applies and which answers are accepted is the engine's to say.
 */
import type { CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

export const criterionStates = ['notApplicable', 'notConcerned', 'uncertain', 'unanswered', 'started', 'answered'] as const
export type CriterionState = (typeof criterionStates)[number]

/**
 * Criteria that are answered, of those that wait for an answer. `uncertain` are those of which it isn't known whether they
 * apply: whatever is given there, they count neither as answered nor as waiting until it is.
 */
export type Count = { readonly answered: number; readonly applicable: number; readonly uncertain: number }

export type Advance = Count & {
  /** In the order of the pages; a page without a criterion that applies counts 0 of 0. */
  readonly pages: readonly (Count & { readonly code: string })[]
}

type Evaluated = Pick<Evaluation, 'compiled' | 'applicabilityOf' | 'isNotConcerned' | 'progressOf'>

/**
 * Where one criterion stands; one that waits for nothing (all of it optional or computed) is answered, but never one of
 * which it isn't known whether it applies.
 */
export const criterionState = (evaluation: Evaluated, criterion: CompiledNode): CriterionState => {
  if (evaluation.applicabilityOf(criterion.code) === 'doesNotApply') return 'notApplicable'
  if (evaluation.isNotConcerned(criterion.code)) return 'notConcerned'
  if (evaluation.applicabilityOf(criterion.code) === 'unknown') return 'uncertain'
  const { answered, applicable } = evaluation.progressOf(criterion.code)
  if (answered >= applicable) return 'answered'
  return answered === 0 ? 'unanswered' : 'started'
}

const countOf = (evaluation: Evaluated, criteria: readonly CompiledNode[]): Count => {
  const counted = criteria.map((criterion) => ({
    state: criterionState(evaluation, criterion),
    // Nothing is waited for where all is optional.
    isWaitedFor: evaluation.progressOf(criterion.code).applicable > 0,
  }))
  const numberOf = (...states: readonly CriterionState[]) => counted.filter((each) => each.isWaitedFor && states.includes(each.state)).length
  return {
    answered: numberOf('answered'),
    applicable: numberOf('answered', 'started', 'unanswered'),
    uncertain: counted.filter(({ state }) => state === 'uncertain').length,
  }
}

/** Of the whole and of each page. A criterion that is not concerned leaves both sides. */
export const advanceOf = (evaluation: Evaluated): Advance => ({
  ...countOf(evaluation, evaluation.compiled.criteria),
  pages: evaluation.compiled.pages.map(({ node, criteria }) => ({ code: node.code, ...countOf(evaluation, criteria) })),
})
