import type { Expression, Reference } from './expression.ts'

/** The expressions that one holds directly, in the order of the source. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'boolean':
    case 'reference':
      return []
    case 'list':
      return expression.items
    case 'and':
    case 'or':
      return expression.operands
    case 'not':
    case 'opposite':
      return [expression.operand]
    case 'comparison':
      return [expression.left, expression.right]
    case 'additive':
    case 'multiplicative':
      return [expression.first, ...expression.rest.map((step) => step.operand)]
    case 'call':
      return expression.arguments
  }
}

/** Every reference of an expression in the order of the source, each with its place; repeated ones repeat. */
export const referencesOf = (expression: Expression): readonly Reference[] =>
  expression.kind === 'reference' ? [expression] : partsOf(expression).flatMap(referencesOf)
