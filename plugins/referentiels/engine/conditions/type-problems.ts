import type { Call, Comparison, Expression } from './expression.ts'
import { type ExpressionType, typeOf, type TypeOfReference } from './expression-type.ts'
import { printExpression } from './print-expression.ts'
import { partsOf } from './references-of.ts'

export type TypeProblem = {
  readonly code: 'EXPRESSION'
  readonly at: number
  readonly expected:
    /** A number, or a text that writes one. */
    | 'calculable'
    /** Something true or false. */
    | 'truth'
    /** A number or a day: nothing else has an order. */
    | 'ordered'
    /** `"1.10"`: the number equals `1.1` too. */
    | 'quotes'
    /** `in` or `overlaps`: `=` on a list wants all of it and nothing else. */
    | 'list-operator'
    /** Two sides that can be equal. */
    | 'same-type'
  /** The part in question, in its French form. */
  readonly found: string
  readonly suggestion?: string
}

type Problems = readonly TypeProblem[]

const problem = (part: Expression, expected: TypeProblem['expected'], suggestion?: string): TypeProblem => ({
  code: 'EXPRESSION',
  at: part.at,
  expected,
  found: printExpression(part, 'fr'),
  ...(suggestion === undefined ? {} : { suggestion }),
})

/** A place, what is expected there, and the types that can never give it. */
type Place = { readonly expected: TypeProblem['expected']; readonly unfit: readonly ExpressionType[] }

const truth: Place = { expected: 'truth', unfit: ['number', 'list', 'code', 'word'] }
const ordered: Place = { expected: 'ordered', unfit: ['boolean', 'list', 'code', 'word'] }
const calculated: Place = { expected: 'calculable', unfit: ['boolean', 'list', 'code', 'word'] }
/** Functions open lists; `count` would count what is false as well as what is true. */
const aggregated: Place = { expected: 'calculable', unfit: ['boolean', 'word'] }

const unquotedNumbers = (expression: Expression): Problems => {
  if (expression.kind === 'list') return expression.items.flatMap(unquotedNumbers)
  return expression.kind === 'number' ? [problem(expression, 'quotes')] : []
}

/**
 * What is well written and yet can't mean anything where it stands: a list that is compared with one value, words
 * that are put in order, the number of a node without quotes. What may be right is let through.
 *
 * @param wanted whether the whole decides something or computes something
 */
export const typeProblems = (
  expression: Expression,
  { typeOfReference, wanted }: { readonly typeOfReference: TypeOfReference; readonly wanted: 'condition' | 'formula' },
): Problems => {
  const type = (part: Expression): ExpressionType => typeOf(part, typeOfReference)

  const misfits = (parts: readonly Expression[], { expected, unfit }: Place): Problems =>
    parts.filter((part) => unfit.includes(type(part))).map((part) => problem(part, expected))

  const ofCodes = (left: Expression, right: Expression): Problems => [
    ...(type(left) === 'code' ? unquotedNumbers(right) : []),
    ...(type(right) === 'code' ? unquotedNumbers(left) : []),
  ]

  const ofEquality = (left: Expression, right: Expression): Problems => {
    const types = [type(left), type(right)]
    const has = (...wantedTypes: readonly ExpressionType[]) => wantedTypes.some((one) => types.includes(one))
    const lists = [left, right].filter((side) => type(side) === 'list')
    const [list] = lists
    if (list !== undefined && lists.length === 1) {
      return [problem(list, 'list-operator', list === left ? 'recoupe' : 'dans')]
    }
    const cannotEqual = (has('boolean') && has('number', 'code', 'word')) || (has('number') && has('word'))
    return cannotEqual ? [problem(right, 'same-type')] : ofCodes(left, right)
  }

  const ofComparison = ({ operator, left, right }: Comparison): Problems => {
    if (operator === '=' || operator === '!=') return ofEquality(left, right)
    return operator === 'in' || operator === 'overlaps' ? ofCodes(left, right) : misfits([left, right], ordered)
  }

  const ofCall = ({ name, arguments: given }: Call): Problems => {
    if (name === 'answered') return []
    if (name === 'if') return misfits(given.slice(0, 1), truth)
    return misfits(given, name === 'round' ? calculated : aggregated)
  }

  const ofPart = (part: Expression): Problems => {
    switch (part.kind) {
      case 'and':
      case 'or':
      case 'not':
        return misfits(partsOf(part), truth)
      case 'additive':
      case 'multiplicative':
      case 'opposite':
        return misfits(partsOf(part), calculated)
      case 'comparison':
        return ofComparison(part)
      case 'call':
        return ofCall(part)
      default:
        return []
    }
  }

  const below = (part: Expression): Problems => [...ofPart(part), ...partsOf(part).flatMap(below)]

  return [...(wanted === 'condition' ? misfits([expression], truth) : []), ...below(expression)]
}
