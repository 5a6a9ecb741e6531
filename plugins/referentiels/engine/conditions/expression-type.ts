import type { Call, Expression, Reference } from './expression.ts'
import { isDay, numberOf, truthOf } from './value.ts'

/**
 * What a reference can be worth. `text` may write a number, a day or a yes (codes of a scale or of a choice, typed
 * texts); `code` names a part of the document and is never computed with, though it may look like a number.
 */
export type ReferenceType = 'number' | 'text' | 'code' | 'boolean' | 'list' | 'any'

/** Besides, `word`: a text that writes neither number nor day nor yes. */
export type ExpressionType = ReferenceType | 'word'

export type TypeOfReference = (reference: Reference) => ReferenceType

const typeOfText = (text: string): ExpressionType =>
  numberOf(text) !== null || truthOf(text) !== null || isDay(text) ? 'text' : 'word'

const typeOfCall = ({ name, arguments: given }: Call, typeOfReference: TypeOfReference): ExpressionType => {
  if (name === 'answered') return 'boolean'
  if (name !== 'if') return 'number'
  const [yes, no] = given.slice(1).map((branch) => typeOf(branch, typeOfReference))
  return yes !== undefined && yes === no ? yes : 'any'
}

/** The type of whatever an expression is worth, unknown apart. */
export const typeOf = (expression: Expression, typeOfReference: TypeOfReference): ExpressionType => {
  switch (expression.kind) {
    case 'number':
    case 'additive':
    case 'multiplicative':
    case 'opposite':
      return 'number'
    case 'string':
      return typeOfText(expression.value)
    case 'boolean':
    case 'and':
    case 'or':
    case 'not':
    case 'comparison':
      return 'boolean'
    case 'list':
      return 'list'
    case 'reference':
      return typeOfReference(expression)
    case 'call':
      return typeOfCall(expression, typeOfReference)
  }
}
