import type { Expression, Reference } from './expression.ts'
import {
  booleanWords,
  functionWords,
  junctionWords,
  type Language,
  namespaceWords,
  operatorWords,
} from './vocabulary.ts'

type Style = { readonly language: Language; readonly commaSeparates: boolean }

/** How tightly an expression holds together: what is looser than its place asks for gets parentheses. */
const tightness = (expression: Expression): number => {
  switch (expression.kind) {
    case 'or':
      return 1
    case 'and':
      return 2
    case 'not':
      return 3
    case 'comparison':
      return 4
    case 'additive':
      return 5
    case 'multiplicative':
      return 6
    case 'opposite':
      return 7
    default:
      return 8
  }
}

const printNumber = (value: number, { language, commaSeparates }: Style): string => {
  const plain = String(value)
  // Below a millionth JavaScript writes an exponent, which the grammar lacks; fifteen decimals hold what it accepts.
  const text = plain.includes('e') ? value.toFixed(15).replace(/0+$/, '') : plain
  return language === 'fr' && !commaSeparates ? text.replace('.', ',') : text
}

const printString = (value: string): string => `"${value.replace(/["“”\\]/g, '\\$&')}"`

const printReference = (reference: Reference, language: Language): string => {
  switch (reference.of) {
    case 'profile':
    case 'answer':
    case 'score':
    case 'node':
      return `${namespaceWords[reference.of][language]}.${reference.name}`
    case 'met':
      return `${namespaceWords.score[language]}.${reference.name}.met`
    case 'ancestor':
      return `${namespaceWords.node[language]}.${reference.name}`
    case 'overall':
      return `${namespaceWords.score[language]}.overall`
  }
}

/** A lone item can't show by `;` that its comma is decimal: there, and in English, commas separate. */
const printItems = (items: readonly Expression[], { language }: Style): string => {
  const commaSeparates = language === 'en' || items.length === 1
  const style = { language, commaSeparates }
  return items.map((item) => print(item, style)).join(language === 'fr' ? '; ' : ', ')
}

const print = (expression: Expression, style: Style): string => {
  const { language } = style
  const operand = (inner: Expression, least: number): string =>
    tightness(inner) >= least ? print(inner, style) : `(${print(inner, { language, commaSeparates: false })})`

  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value, style)
    case 'string':
      return printString(expression.value)
    case 'boolean':
      return booleanWords[expression.value ? 'true' : 'false'][language]
    case 'list':
      return `[${printItems(expression.items, style)}]`
    case 'reference':
      return printReference(expression, language)
    case 'or':
    case 'and': {
      const least = tightness(expression) + 1
      const word = ` ${junctionWords[expression.kind][language]} `
      return expression.operands.map((inner) => operand(inner, least)).join(word)
    }
    case 'not':
      return `${junctionWords.not[language]} ${operand(expression.operand, 3)}`
    case 'comparison': {
      const { operator } = expression
      const word = operator === 'in' || operator === 'overlaps' ? operatorWords[operator][language] : operator
      return `${operand(expression.left, 5)} ${word} ${operand(expression.right, 5)}`
    }
    case 'additive':
    case 'multiplicative': {
      const least = tightness(expression) + 1
      const steps = expression.rest.map((step) => ` ${step.operator} ${operand(step.operand, least)}`)
      return operand(expression.first, least) + steps.join('')
    }
    case 'opposite':
      return `-${operand(expression.operand, 7)}`
    case 'call':
      return `${functionWords[expression.name][language]}(${printItems(expression.arguments, style)})`
  }
}

/**
 * The one text of an expression in a language, to show it and to store it: words and signs in one form, straight
 * quotes, parentheses only where they change the meaning. Reading it again gives the same tree, places apart.
 */
export const printExpression = (expression: Expression, language: Language): string =>
  print(expression, { language, commaSeparates: false })
