import type { Compiled } from '../compile/compiled.ts'
import type { AnswerFinding } from './answer-finding.ts'
import type { AnswerRow, AnswerValue } from './answers.ts'
import type { Evaluation } from './evaluation.ts'
import { gridOf } from './grids.ts'
import { readAnswer } from './read-input.ts'

export type AnswerCheck = {
  /** What to store: the value as the format writes it, `'4'` for a level given as 4. Null for nothing. */
  readonly value: AnswerValue | null
  /** Errors refuse the answer; warnings go with it. */
  readonly findings: readonly AnswerFinding[]
}

const refusal = (code: AnswerFinding['code'], { question, grid }: AnswerRow): AnswerCheck => ({
  value: null,
  findings: [{ severity: 'error', code, path: grid === 0 ? ['answers', question] : ['answers', question, grid] }],
})

/**
 * Whether one answer may be saved: the question exists and has that grid, the value is of its type and within its
 * bounds, the comment that it asks for is there, and the other answers allow it. A hidden question may be answered:
 * its answer is kept, and doesn't count.
 * @param evaluation of the diagnostic as it stands; without it, what depends on other answers is allowed
 */
export const checkAnswer = (compiled: Compiled, row: AnswerRow, evaluation?: Evaluation): AnswerCheck => {
  const question = compiled.questionByCode.get(row.question)
  if (question === undefined) return refusal('QUESTION_INCONNUE', row)
  if (gridOf(compiled, question, row.grid) === undefined) return refusal('GRILLE', row)
  const { value, findings } = readAnswer(compiled, question, row)
  const depends = question.values.some(({ code, allowed }) => code === value && allowed === 'depends')
  const allowed = depends ? evaluation?.allowedValuesOf(question.code, row.grid) : undefined
  if (typeof value === 'string' && allowed !== undefined && !allowed.includes(value)) {
    const [first] = refusal('VALEUR_INTERDITE', row).findings
    return { value: null, findings: [...findings, ...(first === undefined ? [] : [{ ...first, value, expected: allowed }])] }
  }
  return { value, findings }
}
