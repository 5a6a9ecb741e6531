import type { Expression, ListLiteral, Literal, NamedReference } from '../../engine/conditions/expression.ts'
import { parseExpression } from '../../engine/conditions/parse-expression.ts'
import { printExpression } from '../../engine/conditions/print-expression.ts'

/**
 * Conditions as people put them together: some lines, all or one of which must hold. A condition that says more than
 * that stays a text; nothing of it is lost by looking at it.
 */

export const lineTests = ['is', 'isNot', 'among', 'notAmong', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'answered', 'notAnswered'] as const
export type LineTest = (typeof lineTests)[number]

export type ConditionLine = {
  readonly of: NamedReference['of']
  /** Code of the profile field, question or node. */
  readonly name: string
  readonly test: LineTest
  /** One value, several for `among`, none for `answered`. */
  readonly values: readonly (string | number | boolean)[]
}

export type ConditionForm = { readonly join: 'and' | 'or'; readonly lines: readonly ConditionLine[] }

const readLiteral = (literal: Expression): ConditionLine['values'] | null => {
  switch (literal.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return [literal.value]
    case 'list':
      return literal.items.map(({ value }) => value)
    default:
      return null
  }
}

type Compared = { readonly reference: NamedReference; readonly values: ConditionLine['values'] }

const isNamed = (expression: Expression): expression is NamedReference =>
  expression.kind === 'reference' && (expression.of === 'profile' || expression.of === 'answer' || expression.of === 'score' || expression.of === 'met')

const readCompared = (left: Expression, right: Expression): Compared | null => {
  const values = readLiteral(right)
  return isNamed(left) && values !== null ? { reference: left, values } : null
}

const testOf: Readonly<Record<string, LineTest>> = {
  '=': 'is', '!=': 'isNot', in: 'among', overlaps: 'among', '>=': 'atLeast', '<=': 'atMost', '>': 'moreThan', '<': 'lessThan',
}

const readLine = (expression: Expression): ConditionLine | null => {
  if (expression.kind === 'comparison') {
    const compared = readCompared(expression.left, expression.right)
    const test = testOf[expression.operator]
    if (compared === null || test === undefined) return null
    const isList = expression.right.kind === 'list'
    if (isList !== (test === 'among')) return null
    return { of: compared.reference.of, name: compared.reference.name, test, values: compared.values }
  }
  if (expression.kind === 'call' && expression.name === 'answered') {
    const [argument] = expression.arguments
    if (argument === undefined || !isNamed(argument) || expression.arguments.length !== 1) return null
    return { of: argument.of, name: argument.name, test: 'answered', values: [] }
  }
  if (expression.kind === 'not') {
    const line = readLine(expression.operand)
    if (line?.test === 'among') return { ...line, test: 'notAmong' }
    return line?.test === 'answered' ? { ...line, test: 'notAnswered' } : null
  }
  if (isNamed(expression)) return { of: expression.of, name: expression.name, test: 'is', values: [true] }
  return null
}

/** The lines of a condition, or null where it says what lines can't. An empty text has no line. */
export const readCondition = (source: string): ConditionForm | null => {
  if (source.trim() === '') return { join: 'and', lines: [] }
  const parsed = parseExpression(source)
  if (!parsed.ok) return null
  const expression = parsed.value
  const isJunction = expression.kind === 'and' || expression.kind === 'or'
  const lines = (isJunction ? expression.operands : [expression]).map(readLine)
  if (lines.some((line) => line === null)) return null
  return { join: isJunction ? expression.kind : 'and', lines: lines.flatMap((line) => line ?? []) }
}

const at = 0

const literal = (value: string | number | boolean): Literal => {
  if (typeof value === 'boolean') return { kind: 'boolean', value, at }
  return typeof value === 'number' ? { kind: 'number', value, at } : { kind: 'string', value, at }
}

const listOf = (values: ConditionLine['values']): ListLiteral => ({
  kind: 'list',
  items: values.map((value) => (typeof value === 'number' ? { kind: 'number', value, at } : { kind: 'string', value: String(value), at })),
  at,
})

type Manies = { readonly holdsSeveral: (line: Pick<ConditionLine, 'of' | 'name'>) => boolean }

const writeLine = (line: ConditionLine, { holdsSeveral }: Manies): Expression => {
  const reference: NamedReference = { kind: 'reference', of: line.of, name: line.name, at }
  const [value = ''] = line.values
  const compare = (operator: '=' | '!=' | '>=' | '<=' | '>' | '<'): Expression => ({ kind: 'comparison', operator, left: reference, right: literal(value), at })
  const among: Expression = { kind: 'comparison', operator: holdsSeveral(line) ? 'overlaps' : 'in', left: reference, right: listOf(line.values), at }
  const answered: Expression = { kind: 'call', name: 'answered', arguments: [reference], at }
  switch (line.test) {
    case 'is':
      return compare('=')
    case 'isNot':
      return compare('!=')
    case 'atLeast':
      return compare('>=')
    case 'atMost':
      return compare('<=')
    case 'moreThan':
      return compare('>')
    case 'lessThan':
      return compare('<')
    case 'among':
      return among
    case 'notAmong':
      return { kind: 'not', operand: among, at }
    case 'answered':
      return answered
    case 'notAnswered':
      return { kind: 'not', operand: answered, at }
  }
}

/** The text of a condition, in French; empty where there is no line. */
export const writeCondition = ({ join, lines }: ConditionForm, manies: Manies): string => {
  const operands = lines.map((line) => writeLine(line, manies))
  const [only] = operands
  if (only === undefined) return ''
  return printExpression(operands.length === 1 ? only : { kind: join, operands, at }, 'fr')
}
