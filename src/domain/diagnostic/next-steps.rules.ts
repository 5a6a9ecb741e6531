/**
 * « Et maintenant ? »: what is worth doing next in a diagnostic, in the order of what it brings. It looks at what is
 * missing and what is low; it blames nobody, and it never asks for what the organisation has already taken up, nor for
 * what the person who reads may not do.
 */
import type { Compiled, CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

import { pageName } from './page-name.rules.ts'

type CriterionPlace = { readonly code: string; readonly number: string | null; readonly title: string; readonly page: string }

export type NextStep =
  /** An imperative criterion that is not met, and has no place in the plan yet. */
  | { readonly kind: 'imperative'; readonly criterion: CriterionPlace }
  /** A page on which answers are missing; `started` tells whether there are some. */
  | { readonly kind: 'unfinished'; readonly page: string; readonly title: string; readonly missing: number; readonly started: boolean }
  /** A criterion low on its scale, that nobody has given a priority yet. */
  | { readonly kind: 'low'; readonly criterion: CriterionPlace }
  /** All is answered: practices remain to be described. */
  | { readonly kind: 'describe'; readonly criteria: number }

/** What the rule needs to know of a criterion beside its answers. */
export type TakenUp = { readonly priority: number | null; readonly practices: string | null }

/** More steps than this are a plan, not a next step. */
const mostOfAKind = 2

/** The lowest quarter of a scale: the first two of five levels, the first of four. */
const lowShare = 0.25

const placeOf = ({ code, number, title, page }: CompiledNode): CriterionPlace => ({ code, number, title, page })

/** From 0, the lowest score that the criterion's questions can have, to 1; null without a score. */
const heightOf = (compiled: Compiled, evaluation: Evaluation, node: CompiledNode): number | null => {
  const { value } = evaluation.scoreOf(node.code)
  const scores = compiled.questions
    .slice(node.questionStart, node.questionEnd)
    .filter(({ isScored, scale }) => isScored && scale !== null && compiled.scales.get(scale)?.isOrdered === true)
    .flatMap(({ values }) => values.flatMap(({ score }) => (score === null ? [] : [score])))
  if (value === null || scores.length === 0) return null
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)]
  return highest === lowest ? null : (value - lowest) / (highest - lowest)
}

/**
 * At most two steps of each kind: imperatives that are not met, pages to finish (those begun first, then those that
 * miss least), low criteria (the lowest first); when nothing of that is left, practices to describe.
 */
export const nextSteps = (
  evaluation: Evaluation,
  takenUp: ReadonlyMap<string, TakenUp>,
  mayWrite: (criterion: CompiledNode) => boolean,
): readonly NextStep[] => {
  const { compiled } = evaluation
  const concerned = compiled.criteria.filter(
    (node) => evaluation.applicabilityOf(node.code) !== 'doesNotApply' && !evaluation.isNotConcerned(node.code) && mayWrite(node),
  )
  const isOpen = ({ code }: CompiledNode) => (takenUp.get(code)?.priority ?? null) === null
  const imperative = concerned.filter((node) => isOpen(node) && evaluation.imperativeOf(node.code) === 'notMet')
  const unfinished = compiled.pages
    .filter(({ criteria }) => criteria.some(mayWrite))
    .map(({ node }) => ({ node, ...evaluation.progressOf(node.code) }))
    .filter(({ answered, applicable }) => answered < applicable)
    .sort((one, other) =>
      Number(other.answered > 0) - Number(one.answered > 0) || one.applicable - one.answered - (other.applicable - other.answered),
    )
  const low = concerned
    .filter((node) => isOpen(node) && !imperative.includes(node))
    .flatMap((node) => {
      const height = heightOf(compiled, evaluation, node)
      return height === null || height > lowShare ? [] : [{ node, height }]
    })
    .sort((one, other) => one.height - other.height)
  const steps: readonly NextStep[] = [
    ...imperative.slice(0, mostOfAKind).map((node) => ({ kind: 'imperative' as const, criterion: placeOf(node) })),
    ...unfinished.slice(0, mostOfAKind).map(({ node, answered, applicable }) => ({
      kind: 'unfinished' as const,
      page: node.code,
      title: pageName(compiled, node),
      missing: applicable - answered,
      started: answered > 0,
    })),
    ...low.slice(0, mostOfAKind).map(({ node }) => ({ kind: 'low' as const, criterion: placeOf(node) })),
  ]
  if (steps.length > 0) return steps
  const silent = concerned.filter(({ code }) => (takenUp.get(code)?.practices ?? '').trim() === '').length
  return silent === 0 ? [] : [{ kind: 'describe', criteria: silent }]
}
