import { evaluateCall } from './evaluate-call.ts'
import type { Additive, Comparison, Expression, Junction, Multiplicative, Reference } from './expression.ts'
import { equals, finite, isIn, numberOf, orderOf, overlaps, truthOf, type Value } from './value.ts'

/** What the references of an expression are worth where it stands. */
export type Environment = {
  /** Null for what has no answer. Names come from a document: look them up in a Map, never in an object. */
  readonly resolve: (reference: Reference) => Value
}

/** `=`, `<` … of two values, as `value.ts` tells. */
export const compare = (operator: Comparison['operator'], left: Value, right: Value): boolean | null => {
  switch (operator) {
    case '=':
      return equals(left, right)
    case '!=':
      return opposite(equals(left, right))
    case 'in':
      return isIn(left, right)
    case 'overlaps':
      return overlaps(left, right)
    default:
      return inOrder(operator, orderOf(left, right))
  }
}

const inOrder = (operator: '<' | '<=' | '>' | '>=', order: number | null): boolean | null => {
  if (order === null) return null
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

const opposite = (truth: boolean | null): boolean | null => (truth === null ? null : !truth)

/** Kleene's logic: one false settles `and`, one true settles `or`, whatever is unknown beside it. */
const join = ({ kind, operands }: Junction, environment: Environment): boolean | null => {
  const settled = kind === 'or'
  let result: boolean | null = !settled
  for (const operand of operands) {
    const truth = evaluateCondition(operand, environment)
    if (truth === settled) return settled
    if (truth === null) result = null
  }
  return result
}

type Operator = Additive['rest'][number]['operator'] | Multiplicative['rest'][number]['operator']

const calculate = (operator: Operator, left: number, right: number): number | null => {
  switch (operator) {
    case '+':
      return finite(left + right)
    case '-':
      return finite(left - right)
    case '*':
      return finite(left * right)
    case '/':
      return right === 0 ? null : finite(left / right)
  }
}

const chain = ({ first, rest }: Additive | Multiplicative, environment: Environment): number | null => {
  let result = numberOf(evaluateExpression(first, environment))
  for (const { operator, operand } of rest) {
    const number = numberOf(evaluateExpression(operand, environment))
    if (result === null || number === null) return null
    result = calculate(operator, result, number)
  }
  return result
}

const negative = (number: number | null): number | null => (number === null ? null : 0 - number)

/**
 * What an expression is worth where its references have these values; null when that is unknown. `value.ts` tells how
 * values compare, `evaluate-call.ts` what functions do. Division by zero, and numbers beyond a double, are unknown.
 */
export const evaluateExpression = (expression: Expression, environment: Environment): Value => {
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return expression.value
    case 'list':
      return expression.items.map((item) => item.value)
    case 'reference': {
      const value = environment.resolve(expression)
      return typeof value === 'number' ? finite(value) : value
    }
    case 'and':
    case 'or':
      return join(expression, environment)
    case 'not':
      return opposite(evaluateCondition(expression.operand, environment))
    case 'comparison': {
      const { operator, left, right } = expression
      return compare(operator, evaluateExpression(left, environment), evaluateExpression(right, environment))
    }
    case 'additive':
    case 'multiplicative':
      return chain(expression, environment)
    case 'opposite':
      return negative(numberOf(evaluateExpression(expression.operand, environment)))
    case 'call':
      return evaluateCall(expression, (inner) => evaluateExpression(inner, environment))
  }
}

/** Whether a condition holds; null for unknown, where what it governs stays visible and isn't counted as missing. */
export const evaluateCondition = (expression: Expression, environment: Environment): boolean | null =>
  truthOf(evaluateExpression(expression, environment))
