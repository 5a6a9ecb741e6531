import type { EvaluationInput, Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'

import type { ScoredRows } from './rows.queries.ts'

/** Rows as the engine takes them. */
export const evaluationInput = (
  profile: Profile,
  { answers, notConcerned }: ScoredRows,
): EvaluationInput => ({
  profile,
  answers,
  notConcerned: Object.fromEntries(notConcerned.map(({ criterion, reason }) => [criterion, reason ?? ''])),
})
