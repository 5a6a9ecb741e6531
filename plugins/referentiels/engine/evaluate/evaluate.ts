import type { Compiled } from '../compile/compiled.ts'
import type { EvaluationInput } from './answers.ts'
import type { Evaluation } from './evaluation.ts'
import { evaluationOf } from './evaluation-of.ts'
import { readInput } from './read-input.ts'
import { Run } from './run.ts'
import { emptyResults } from './state.ts'

/**
 * What a référentiel is worth with these answers (`referentiel-format.md` §3.3, §3.4): what applies, what it scores, how
 * far it is answered. Never throws on what people give: an answer that the format forbids is a finding and counts as
 * not given. Time: proportional to the référentiel, about a microsecond for three of its nodes.
 */
export const evaluate = (compiled: Compiled, input: EvaluationInput): Evaluation => {
  const given = readInput(compiled, input)
  const results = emptyResults(compiled.program, given.layout)
  new Run(compiled, given, results).all()
  return evaluationOf(compiled, { given, results })
}
