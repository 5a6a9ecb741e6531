/** Where a person goes on in a diagnostic that they come back to, whichever page they left. */
import type { CompiledNode, CompiledPage } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

import { criterionState } from './advance.rules.ts'

export type PlaceToResume = {
  readonly page: CompiledPage
  readonly criterion: CompiledNode
  /** Something is answered on the page. */
  readonly isBegun: boolean
}

/**
 * The page with a criterion that was left halfway, else one that is answered in part, else the first that waits; on it what
 * was left halfway comes first. Null when nothing waits for an answer.
 */
export const placeToResume = (evaluation: Evaluation): PlaceToResume | null => {
  const places = evaluation.compiled.pages.flatMap((page) => {
    const states = page.criteria.map((criterion) => criterionState(evaluation, criterion))
    const halfway = page.criteria[states.indexOf('started')]
    const criterion = halfway ?? page.criteria[states.indexOf('unanswered')]
    const isBegun = page.criteria.some(({ code }) => evaluation.progressOf(code).answered > 0)
    return criterion === undefined ? [] : [{ page, criterion, isBegun, isHalfway: halfway !== undefined }]
  })
  return places.find(({ isHalfway }) => isHalfway) ?? places.find(({ isBegun }) => isBegun) ?? places[0] ?? null
}
