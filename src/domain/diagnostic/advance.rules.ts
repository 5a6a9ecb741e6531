/**
 * How far a diagnostic is filled in, counted in criteria: « 27 sur 35 » (domain.md R3). Kept apart from the result.
 * It decides what counts as answered; what applies and which answers are accepted is the engine's to say.
 */
import type { CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

export const criterionStates = ['notApplicable', 'notConcerned', 'unanswered', 'started', 'answered'] as const
export type CriterionState = (typeof criterionStates)[number]

/** Criteria that are answered, of those that wait for an answer. */
export type Count = { readonly answered: number; readonly applicable: number }

export type Advance = Count & {
  /** In the order of the pages; a page without a criterion that applies counts 0 of 0. */
  readonly pages: readonly (Count & { readonly code: string })[]
}

type Evaluated = Pick<Evaluation, 'compiled' | 'applicabilityOf' | 'isNotConcerned' | 'progressOf'>

/** Where one criterion stands; one that waits for nothing (all of it optional or computed) is answered. */
export const criterionState = (evaluation: Evaluated, criterion: CompiledNode): CriterionState => {
  if (evaluation.applicabilityOf(criterion.code) === 'doesNotApply') return 'notApplicable'
  if (evaluation.isNotConcerned(criterion.code)) return 'notConcerned'
  const { answered, applicable } = evaluation.progressOf(criterion.code)
  if (answered >= applicable) return 'answered'
  return answered === 0 ? 'unanswered' : 'started'
}

const countOf = (evaluation: Evaluated, criteria: readonly CompiledNode[]): Count => {
  const waited = criteria
    // Nothing is waited for where all is optional, or where it isn't known yet whether it applies.
    .filter(({ code }) => evaluation.progressOf(code).applicable > 0)
    .map((criterion) => criterionState(evaluation, criterion))
    .filter((state) => state !== 'notApplicable' && state !== 'notConcerned')
  return { answered: waited.filter((state) => state === 'answered').length, applicable: waited.length }
}

/** Of the whole and of each page. A criterion that is not concerned leaves both sides. */
export const advanceOf = (evaluation: Evaluated): Advance => ({
  ...countOf(evaluation, evaluation.compiled.criteria),
  pages: evaluation.compiled.pages.map(({ node, criteria }) => ({ code: node.code, ...countOf(evaluation, criteria) })),
})
