import type { Reference } from '../conditions/expression.ts'
import type { ReferenceType } from '../conditions/expression-type.ts'
import { typeProblems } from '../conditions/type-problems.ts'
import type { Finding } from '../findings/finding.ts'
import type { ReadExpression } from './expressions.ts'
import { lineage } from './facts.ts'
import type { Facts } from './facts.ts'

/** EXPRESSION: what is well written and can't mean anything of these fields and questions. */
export const expressionTypes = (expressions: readonly ReadExpression[], facts: Facts): readonly Finding[] => expressions.flatMap(typesIn(facts))

/** The same of one expression at a time. */
export const typesIn = (facts: Facts): ((expression: ReadExpression) => readonly Finding[]) => {
  const repeated = repeatedQuestions(facts)
  return ({ expression, path, wanted }) =>
    typeProblems(expression, { typeOfReference: (reference) => typeOf(reference, repeated, facts), wanted }).map(
      ({ code, at, expected, found, suggestion }): Finding => ({
        severity: 'error',
        code,
        path,
        value: found,
        at,
        suggestion,
        parameters: { reason: expected, found },
      }),
    )
}

/** Questions answered once per grid: what they are worth depends on where they are asked from. */
const repeatedQuestions = (facts: Facts): ReadonlySet<string> => {
  if (facts.nodes.every(({ item }) => item.repeat === undefined)) return new Set()
  const isRepeated = (node: Facts['nodes'][number]): boolean => [...lineage(node, facts)].some(({ item }) => item.repeat !== undefined)
  return new Set([
    ...facts.questions.flatMap(({ item, node }) => (item.code !== undefined && isRepeated(node) ? [item.code] : [])),
    ...facts.nodes.flatMap((node) => (node.item.code !== undefined && isRepeated(node) ? [node.item.code] : [])),
  ])
}

const typeOf = (reference: Reference, repeated: ReadonlySet<string>, facts: Facts): ReferenceType => {
  switch (reference.of) {
    case 'profile':
      return typeOfAnswer(facts.profileFields.get(reference.name)?.type)
    case 'answer':
      return repeated.has(reference.name) ? 'any' : typeOfAnswer(facts.answerable.get(reference.name)?.type)
    case 'score':
    case 'overall':
      return 'number'
    case 'met':
      return 'boolean'
    case 'ancestor':
      return 'code'
    case 'node':
      return typeOfFact(reference.name)
  }
}

const typeOfAnswer = (type: string | undefined): ReferenceType => {
  switch (type) {
    case 'number':
    case 'percent':
    case 'year':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'multi':
      return 'list'
    case 'scale':
    case 'single':
    case 'text':
    case 'longText':
    case 'date':
    case 'link':
      return 'text'
    default:
      return 'any'
  }
}

const typeOfFact = (fact: Extract<Reference, { of: 'node' }>['name']): ReferenceType => {
  switch (fact) {
    case 'code':
    case 'kind':
    case 'number':
      return 'code'
    case 'imperative':
    case 'optional':
      return 'boolean'
    case 'respondent':
      return 'text'
    case 'methods':
    case 'tags':
      return 'list'
  }
}
