/**
 * Whether an answer changed what stands elsewhere on a page: what applies, what may be chosen, what is computed.
 * It decides that a page has to be drawn anew, not what it then shows.
 */
import type { Compiled, CompiledQuestion } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'

const depends = ({ values }: CompiledQuestion): boolean => values.some(({ allowed }) => allowed === 'depends')

/** A référentiel in which no answer decides about another: nothing ripples, whatever is answered. */
const isStill = ({ nodes, questions }: Compiled): boolean =>
  !nodes.some(({ isConditional }) => isConditional) &&
  !questions.some((question) => question.isConditional || question.type === 'computed' || depends(question))

/** What one sees of a question, in all its grids. */
const seen = (evaluation: Evaluation, question: CompiledQuestion): string => {
  const grids = question.repeatedBy === null ? [0] : evaluation.gridsOf(question.repeatedBy)
  return JSON.stringify(
    grids.map((grid) => [
      evaluation.isVisible(question.code, grid),
      question.type === 'computed' ? evaluation.answerOf(question.code, grid) : null,
      depends(question) ? evaluation.allowedValuesOf(question.code, grid) : null,
    ]),
  )
}

/** Of one référentiel, before and after an answer. */
export const ripples = (before: Evaluation, after: Evaluation): boolean => {
  const { compiled } = after
  if (isStill(compiled)) return false
  return (
    compiled.criteria.some(({ code }) => before.applicabilityOf(code) !== after.applicabilityOf(code)) ||
    compiled.questions.some((question) => seen(before, question) !== seen(after, question))
  )
}
