/** What the grammar waited for, as a code that the caller turns into a sentence. */
export type Expected =
  | 'operand'
  | 'operator'
  | 'number'
  /** A number or a quoted text: lists hold nothing else. */
  | 'literal'
  | 'code'
  | 'separator'
  | 'closing-quote'
  | 'closing-parenthesis'
  | 'closing-bracket'
  | 'opening-parenthesis'
  /** Another number of arguments. */
  | 'arguments'
  /** `a < b < c`: two comparisons joined by `and`. */
  | 'one-comparison'
  /** At most `maximumLength` characters, written out in full. */
  | 'shorter-text'
  /** At most `maximumDepth` levels. */
  | 'less-nesting'

export type ExpressionError = {
  readonly code: 'EXPRESSION' | 'FONCTION_INCONNUE'
  /** Place in the source, in UTF-16 units from 0, counted in its NFC form. */
  readonly at: number
  readonly expected?: Expected
  /** The text at that place, cut; absent at the end. */
  readonly found?: string
  /** What to write instead, as it would be typed. */
  readonly suggestion?: string
}

/** Characters of a source, and of its canonical text in either language: what is accepted can be stored and reread. */
export const maximumLength = 4_000

/** Levels of parentheses, function calls, `not` and signs: the tree is walked by recursion. */
export const maximumDepth = 64

const longestFound = 60

/** How the reader stops at the first mistake. It never leaves `parseExpression`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly error: ExpressionError

  constructor({ code = 'EXPRESSION', found, ...rest }: Omit<ExpressionError, 'code'> & Partial<ExpressionError>) {
    super(code)
    this.error = { code, ...rest, ...(found ? { found: found.slice(0, longestFound) } : {}) }
  }
}
