import { advanceOf } from '#domain/diagnostic/advance.rules.ts'
import type { SavedScore } from '#domain/diagnostic/save-protocol.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

/** The figures that a page shows, after a save to this criterion. */
export const savedScore = (evaluation: Evaluation, criterion: string): SavedScore => ({
  complete: evaluation.complete,
  ...advanceOf(evaluation),
  criterion: { code: criterion, ...evaluation.scoreOf(criterion) },
})
