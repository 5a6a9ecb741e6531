import { roundHalfUp } from '../round-half-up.ts'
import type { Call, Expression, FunctionName } from './expression.ts'
import { finite, isAnswered, isIdentical, itemsOf, numberOf, truthOf, type Value } from './value.ts'

type Evaluate = (expression: Expression) => Value

/** The numbers among the values, lists opened. What is unknown or no number (« NC ») leaves both sides of a mean. */
const numbersOf = (values: readonly Value[]): readonly number[] =>
  values.flatMap((value) => itemsOf(value).flatMap((item) => numberOf(item) ?? []))

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

const least = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.min(one, other))

const greatest = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other))

const aggregates: Readonly<Record<'sum' | 'mean' | 'min' | 'max', (numbers: readonly number[]) => number>> = {
  sum: total,
  mean: (numbers) => total(numbers) / numbers.length,
  min: least,
  max: greatest,
}

const mostDecimals = 15

const round = (number: number | null, decimals: number | null): Value => {
  if (number === null || decimals === null) return null
  return Number.isInteger(decimals) && decimals >= 0 && decimals <= mostDecimals ? roundHalfUp(number, decimals) : null
}

/** A condition that isn't known decides nothing, unless nothing hangs on it. */
const choose = ([condition, yes, no]: readonly Expression[], evaluate: Evaluate): Value => {
  if (condition === undefined || yes === undefined || no === undefined) return null
  const truth = truthOf(evaluate(condition))
  if (truth !== null) return evaluate(truth ? yes : no)
  const [one, other] = [evaluate(yes), evaluate(no)]
  return isIdentical(one, other) ? one : null
}

/**
 * - `sum mean min max` skip what is unknown or no number; of no number at all they are unknown, never 0.
 * - `count` tells how many values are known, each value of a list apart; `answered` whether one is. Never unknown.
 * - `if(condition; yes; no)`: unknown with its condition, unless both branches give the same.
 * - `round(x)`, `round(x; decimals)`: halves away from zero.
 */
export const evaluateCall = (call: Call, evaluate: Evaluate): Value => {
  if (call.name === 'if') return choose(call.arguments, evaluate)
  return apply(call.name, call.arguments.map(evaluate))
}

const apply = (name: Exclude<FunctionName, 'if'>, values: readonly Value[]): Value => {
  switch (name) {
    case 'sum':
    case 'mean':
    case 'min':
    case 'max': {
      const numbers = numbersOf(values)
      return numbers.length === 0 ? null : finite(aggregates[name](numbers))
    }
    case 'count':
      return values.flatMap(itemsOf).filter(isAnswered).length
    case 'answered':
      return values.every(isAnswered)
    case 'round': {
      const [value = null, decimals = 0] = values
      return round(numberOf(value), numberOf(decimals))
    }
  }
}
