import { type Environment, evaluateCondition, evaluateExpression } from './evaluate-expression.ts'
import type { Call, Comparison, ComparisonOperator, Expression, Junction, Reference } from './expression.ts'
import { referencesOf } from './references-of.ts'
import type { Value } from './value.ts'

/** A comparison that the result rests on. A bare `réponse.x` reads as `réponse.x = true`. */
export type Ground = {
  /** What was looked at: mostly a reference, else the formula to print. */
  readonly subject: Expression
  /** Turned where the subject stood on the right; `contains` is `in` turned. */
  readonly operator: ComparisonOperator | 'contains'
  readonly against: Value
  readonly actual: Value
  /** Whether the comparison itself held: below a `not`, what held makes the whole fail. */
  readonly holds: boolean
}

export type Explanation = {
  readonly result: boolean | null
  /** What decided a true or a false, in the order of the source; empty while unknown. */
  readonly grounds: readonly Ground[]
  /** While unknown: what would have to be answered first, each once. */
  readonly missing: readonly Reference[]
}

const turned: Readonly<Record<ComparisonOperator, Ground['operator']>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  in: 'contains',
  overlaps: 'overlaps',
}

const isConstant = (expression: Expression): boolean => referencesOf(expression).length === 0

const groundOf = ({ operator, left, right }: Comparison, holds: boolean, environment: Environment): Ground => {
  const [one, other] = [evaluateExpression(left, environment), evaluateExpression(right, environment)]
  return isConstant(left) && !isConstant(right)
    ? { subject: right, operator: turned[operator], against: one, actual: other, holds }
    : { subject: left, operator, against: other, actual: one, holds }
}

/** A false `and` rests on its false operands; a true one on all of them. For `or`, the other way round. */
const groundsOfJunction = ({ operands }: Junction, result: boolean, environment: Environment): readonly Ground[] =>
  operands
    .filter((operand) => evaluateCondition(operand, environment) === result)
    .flatMap((operand) => groundsOf(operand, result, environment))

const groundsOfChoice = ([condition, yes, no]: Call['arguments'], result: boolean, environment: Environment) => {
  if (condition === undefined || yes === undefined || no === undefined) return []
  const truth = evaluateCondition(condition, environment)
  if (truth === null) return groundsOf(yes, result, environment)
  return [...groundsOf(condition, truth, environment), ...groundsOf(truth ? yes : no, result, environment)]
}

/** On what it rests that a condition has this result. */
const groundsOf = (condition: Expression, result: boolean, environment: Environment): readonly Ground[] => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return groundsOfJunction(condition, result, environment)
    case 'not':
      return groundsOf(condition.operand, !result, environment)
    case 'comparison':
      return [groundOf(condition, result, environment)]
    case 'call':
      if (condition.name === 'if') return groundsOfChoice(condition.arguments, result, environment)
      return [bareGround(condition, result, environment)]
    default:
      return [bareGround(condition, result, environment)]
  }
}

const bareGround = (subject: Expression, holds: boolean, environment: Environment): Ground => ({
  subject,
  operator: '=',
  against: true,
  actual: evaluateExpression(subject, environment),
  holds,
})

const isSameReference = (one: Reference, other: Reference): boolean =>
  one.of === other.of && ('name' in one ? one.name : '') === ('name' in other ? other.name : '')

/** The parts of a junction that settled nothing are the ones that lack answers. */
const missingOf = (condition: Expression, environment: Environment): readonly Reference[] => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands
        .filter((operand) => evaluateCondition(operand, environment) === null)
        .flatMap((operand) => missingOf(operand, environment))
    case 'not':
      return missingOf(condition.operand, environment)
    default:
      return referencesOf(condition).filter((reference) => environment.resolve(reference) === null)
  }
}

/**
 * Why a condition holds, doesn't, or isn't known yet: facts from which a screen words « Ne s’applique pas : … ».
 */
export const explainCondition = (condition: Expression, environment: Environment): Explanation => {
  const result = evaluateCondition(condition, environment)
  if (result !== null) return { result, grounds: groundsOf(condition, result, environment), missing: [] }
  const missing = missingOf(condition, environment)
  const isFirst = (reference: Reference, place: number) =>
    missing.findIndex((other) => isSameReference(reference, other)) === place
  return { result, grounds: [], missing: missing.filter(isFirst) }
}
