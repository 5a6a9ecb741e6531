import type { EvaluationInput, Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'

import type { ScoredRows } from './rows.queries.ts'

/** Rows as the engine takes them. */
export const evaluationInput = (
  profile: Profile,
  { answers, notConcerned, grids }: ScoredRows,
): EvaluationInput => ({
  profile,
  answers,
  notConcerned: Object.fromEntries(notConcerned.map(({ criterion, reason }) => [criterion, reason ?? ''])),
  grids: Object.fromEntries(
    [...new Set(grids.map(({ node }) => node))].map((node) => [
      node,
      grids.filter((grid) => grid.node === node).map(({ number }) => number),
    ]),
  ),
})
