import { closestName } from '../findings/closest-name.ts'
import type { Cursor } from './cursor.ts'
import {
  type AdditiveStep,
  type ComparisonOperator,
  comparisonOperators,
  type Expression,
  type FunctionName,
  type ListLiteral,
  type MultiplicativeStep,
  type NumberLiteral,
  type StringLiteral,
} from './expression.ts'
import { Refusal } from './expression-error.ts'
import { readNumber } from './read-number.ts'
import { readReference } from './read-reference.ts'
import type { Token } from './read-tokens.ts'
import { booleans, functions, keywords } from './vocabulary.ts'

/*
 * One function per level, loosest first: or, and, not, comparison, + -, * /, sign, operand. Each looks at most two
 * tokens ahead and never goes back, so reading takes time in proportion to the source.
 */

const keywordOf = (token: Token) => (token.kind === 'word' ? keywords.get(token.text.toLowerCase()) : undefined)

const operators: ReadonlyMap<string, ComparisonOperator> = new Map(
  comparisonOperators.map((operator) => [operator, operator]),
)

const comparisonOf = (token: Token): ComparisonOperator | undefined =>
  operators.get(token.kind === 'symbol' ? token.text : (keywordOf(token) ?? ''))

const readJunction = (cursor: Cursor, kind: 'and' | 'or', readOperand: (cursor: Cursor) => Expression): Expression => {
  const first = readOperand(cursor)
  if (keywordOf(cursor.current) !== kind) return first
  const operands = [first]
  while (keywordOf(cursor.current) === kind) {
    cursor.take()
    operands.push(readOperand(cursor))
  }
  return { kind, operands, at: first.at }
}

/** Reads everything that an operator may join. */
export const readCondition = (cursor: Cursor): Expression => readJunction(cursor, 'or', readConjunction)

const readConjunction = (cursor: Cursor): Expression => readJunction(cursor, 'and', readNegation)

const startsOperand = (token: Token): boolean => {
  const keyword = keywordOf(token)
  if (token.kind === 'word') return keyword === undefined || keyword === 'not'
  return token.kind === 'symbol' ? ['(', '[', '-'].includes(token.text) : token.kind !== 'end'
}

/** `non` is the operator where something to negate follows, and otherwise the answer « non »: `réponse.x = non`. */
const readNegation = (cursor: Cursor): Expression => {
  if (keywordOf(cursor.current) !== 'not' || !startsOperand(cursor.ahead(1))) return readComparison(cursor)
  const { at } = cursor.take()
  return { kind: 'not', operand: cursor.nested(() => readNegation(cursor)), at }
}

const readComparison = (cursor: Cursor): Expression => {
  const left = readAdditive(cursor)
  const operator = comparisonOf(cursor.current)
  if (operator === undefined) return left
  cursor.take()
  const right = readAdditive(cursor)
  if (comparisonOf(cursor.current) !== undefined) cursor.refuse('one-comparison')
  return { kind: 'comparison', operator, left, right, at: left.at }
}

const readAdditive = (cursor: Cursor): Expression => {
  const first = readMultiplicative(cursor)
  const rest: AdditiveStep[] = []
  while (cursor.sees('+') || cursor.sees('-')) {
    const operator = cursor.take().text === '+' ? '+' : '-'
    rest.push({ operator, operand: readMultiplicative(cursor) })
  }
  return rest.length === 0 ? first : { kind: 'additive', first, rest, at: first.at }
}

const readMultiplicative = (cursor: Cursor): Expression => {
  const first = readSigned(cursor)
  const rest: MultiplicativeStep[] = []
  while (cursor.sees('*') || cursor.sees('/')) {
    const operator = cursor.take().text === '*' ? '*' : '/'
    rest.push({ operator, operand: readSigned(cursor) })
  }
  return rest.length === 0 ? first : { kind: 'multiplicative', first, rest, at: first.at }
}

const readSigned = (cursor: Cursor): Expression => {
  if (!cursor.sees('-')) return readOperand(cursor)
  const { at } = cursor.take()
  return { kind: 'opposite', operand: cursor.nested(() => readSigned(cursor)), at }
}

const readOperand = (cursor: Cursor): Expression => {
  const token = cursor.current
  switch (token.kind) {
    case 'number':
      return readNumber(cursor)
    case 'string':
      return readString(cursor)
    case 'word':
      return readWord(cursor)
    case 'symbol':
      if (token.text === '(') return readParentheses(cursor)
      return token.text === '[' ? readList(cursor) : cursor.refuse('operand')
    case 'end':
      return cursor.refuse('operand')
  }
}

const readString = (cursor: Cursor): StringLiteral => {
  const { at, value = '' } = cursor.take()
  return { kind: 'string', value, at }
}

const readParentheses = (cursor: Cursor): Expression => {
  cursor.take()
  const inner = cursor.within(() => readCondition(cursor))
  cursor.takeSymbol(')', 'closing-parenthesis')
  return inner
}

const readList = (cursor: Cursor): ListLiteral => {
  const opener = cursor.take()
  const items = cursor.items(opener, { symbol: ']', expected: 'closing-bracket' }, () => readItem(cursor))
  return { kind: 'list', items, at: opener.at }
}

const readItem = (cursor: Cursor): NumberLiteral | StringLiteral => {
  const { kind, at } = cursor.current
  if (kind === 'string') return readString(cursor)
  if (kind === 'number') return readNumber(cursor)
  if (!cursor.sees('-') || cursor.ahead(1).kind !== 'number') cursor.refuse('literal')
  cursor.take()
  const { value } = readNumber(cursor)
  return { kind: 'number', value: value === 0 ? 0 : -value, at }
}

const readWord = (cursor: Cursor): Expression => {
  const token = cursor.current
  const { text, at } = token
  const word = text.toLowerCase()
  const truth = word === 'non' ? false : booleans.get(word)
  if (truth !== undefined) {
    cursor.take()
    return { kind: 'boolean', value: truth, at }
  }
  const name = functions.get(word)
  if (name !== undefined) return readCall(cursor, name)
  const reference = readReference(token)
  if (reference === null) return refuseWord(cursor)
  cursor.take()
  return reference
}

/** Fewest and most arguments. */
const arity: Readonly<Record<FunctionName, readonly [number, number]>> = {
  sum: [1, Infinity],
  mean: [1, Infinity],
  min: [1, Infinity],
  max: [1, Infinity],
  count: [1, Infinity],
  answered: [1, 1],
  if: [3, 3],
  round: [1, 2],
}

const readCall = (cursor: Cursor, name: FunctionName): Expression => {
  const { at, text } = cursor.take()
  const opener = cursor.takeSymbol('(', 'opening-parenthesis')
  const closer = { symbol: ')', expected: 'closing-parenthesis' } as const
  const given = cursor.items(opener, closer, () => readCondition(cursor))
  const [fewest, most] = arity[name]
  if (given.length < fewest || given.length > most) throw new Refusal({ at, expected: 'arguments', found: text })
  return { kind: 'call', name, arguments: given, at }
}

const refuseWord = (cursor: Cursor): never => {
  const { text, at } = cursor.current
  if (cursor.ahead(1).text === '(' && keywordOf(cursor.current) === undefined) {
    throw new Refusal({ code: 'FONCTION_INCONNUE', at, found: text, suggestion: closestName()(text, functions.keys()) })
  }
  return cursor.refuse('operand')
}

const joiningWords: readonly string[] = [...keywords].flatMap(([word, keyword]) => (keyword === 'not' ? [] : [word]))

/** What stands where an operator should: `recoup`, a stray parenthesis, a second operand. */
export const refuseRest = (cursor: Cursor): never => {
  const { kind, text } = cursor.current
  return cursor.refuse('operator', kind === 'word' ? closestName()(text, joiningWords) : undefined)
}
