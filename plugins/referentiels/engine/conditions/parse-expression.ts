import { failure, ok, type Result } from '../result.ts'
import { Cursor } from './cursor.ts'
import type { Expression } from './expression.ts'
import { type ExpressionError, maximumLength, Refusal } from './expression-error.ts'
import { readCondition, refuseRest } from './grammar.ts'
import { printExpression } from './print-expression.ts'
import { readTokens } from './read-tokens.ts'

/** The most that writing out in full lengthens a source: `1≥1` becomes `1 >= 1`, a quote gets a backslash. */
const mostGrowth = 4

const refuseLongerThan = (limit: number, text: string): void => {
  if (text.length > limit) throw new Refusal({ at: limit, expected: 'shorter-text' })
}

const read = (source: string): Expression => {
  refuseLongerThan(maximumLength, source)
  const text = source.normalize('NFC')
  refuseLongerThan(maximumLength, text)
  const cursor = new Cursor(readTokens(text))
  const expression = readCondition(cursor)
  if (cursor.current.kind !== 'end') refuseRest(cursor)
  if (text.length > maximumLength / mostGrowth) {
    refuseLongerThan(maximumLength, printExpression(expression, 'fr'))
    refuseLongerThan(maximumLength, printExpression(expression, 'en'))
  }
  return expression
}

/**
 * The tree of a condition or formula, in the closed grammar of `referentiel-format.md` §3.3: no name reaches code,
 * time grows with the length, and length and depth are bounded (`expression-error.ts`). French and English words,
 * curly quotes and signs may mix; case doesn't matter in keywords and does in codes.
 *
 * - A comma between two digits is decimal unless commas separate items there: `score.c1 >= 3,5` and `max(1,5; 2)`
 *   hold decimals, `max(1,5)` and `[1,5]` two items each. In a list or call with a `;`, only `;` separates.
 * - `oui` is true. `non` is the operator when an operand follows it, and false otherwise: `réponse.x = non`.
 * - A code that isn't in quotes is refused. What it may have meant, only a document knows (`check/meant-in-expression.ts`).
 *
 * Errors: EXPRESSION for what the grammar refuses, FONCTION_INCONNUE for an unknown word before a parenthesis.
 */
export const parseExpression = (source: string): Result<Expression, ExpressionError> => {
  try {
    return ok(read(source))
  } catch (stop) {
    if (stop instanceof Refusal) return failure(stop.error)
    throw stop
  }
}
