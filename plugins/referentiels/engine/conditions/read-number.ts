import type { Cursor } from './cursor.ts'
import type { NumberLiteral } from './expression.ts'
import { Refusal } from './expression-error.ts'

/** As many digits as a double keeps; it also keeps the printed form free of exponents. */
const mostDigits = 15

const digits = /^\d+$/

/** A comma with a digit glued to each side, where no comma separates items: `3,5`, `(3,5)`, `[1,5; 2]`. */
const decimalsAhead = (cursor: Cursor): string | null => {
  const [whole, comma, decimals] = [cursor.current, cursor.ahead(1), cursor.ahead(2)]
  const isGlued = comma.text === ',' && comma.at === whole.end && decimals.at === comma.end
  const areDigits = decimals.kind === 'number' && digits.test(whole.text) && digits.test(decimals.text)
  return !cursor.commaSeparates && isGlued && areDigits ? decimals.text : null
}

/** Reads the number at the cursor, with decimal point or, where it can mean nothing else, decimal comma. */
export const readNumber = (cursor: Cursor): NumberLiteral => {
  const decimals = decimalsAhead(cursor)
  const { text, at } = cursor.take()
  if (decimals !== null) {
    cursor.take()
    cursor.take()
  }
  const written = decimals === null ? text : `${text}.${decimals}`
  const isTooLong = written.split('.').some((part) => part.length > mostDigits)
  if (isTooLong) throw new Refusal({ at, expected: 'number', found: written })
  return { kind: 'number', value: Number(written), at }
}
