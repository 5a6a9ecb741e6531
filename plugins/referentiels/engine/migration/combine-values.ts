import type { CompiledQuestion } from '../compile/compiled.ts'
import type { AnswerValue, Quantity, TableRow } from '../evaluate/answers.ts'

/**
 * What is proposed where several old answers meet (§3.8: the lowest one). Texts are joined, choices and rows put
 * together, since neither is lower than another.
 */

const isQuantity = (value: AnswerValue): value is Quantity => typeof value === 'object' && 'amount' in value

const isCodes = (value: AnswerValue): value is readonly string[] =>
  Array.isArray(value) && value.every((item: unknown) => typeof item === 'string')

const isRows = (value: AnswerValue): value is readonly TableRow[] =>
  Array.isArray(value) && value.every((item: unknown) => typeof item === 'object')

const lowestBy = <T>(values: readonly T[], height: (value: T) => number | null): T | undefined => {
  let lowest: { readonly value: T; readonly at: number } | undefined
  for (const value of values) {
    const at = height(value)
    if (at !== null && (lowest === undefined || at < lowest.at)) lowest = { value, at }
  }
  return lowest?.value
}

const heightOf = (question: CompiledQuestion) => (value: AnswerValue): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  if (isQuantity(value)) return value.amount
  if (typeof value !== 'string') return null
  const choice = [...question.values, ...question.options].find(({ code }) => code === value)
  return choice?.score ?? null
}

const textTypes: ReadonlySet<CompiledQuestion['type']> = new Set(['text', 'longText'])

/** Answers of one type, in the order of the old document; at least one. */
export const combinedValue = (question: CompiledQuestion, values: readonly [AnswerValue, ...AnswerValue[]]): AnswerValue => {
  const [first] = values
  const distinct = values.filter((value, place) => values.findIndex((other) => JSON.stringify(other) === JSON.stringify(value)) === place)
  if (distinct.length === 1) return first
  if (textTypes.has(question.type)) return distinct.map(String).join('\n\n')
  if (question.type === 'date') return distinct.map(String).reduce((one, other) => (other < one ? other : one))
  if (distinct.every(isCodes)) return [...new Set(distinct.flat())]
  if (distinct.every(isRows)) return distinct.flat()
  // Units that differ can't be compared.
  const units = new Set(distinct.flatMap((value) => (isQuantity(value) ? [value.unit] : [])))
  return units.size > 1 ? first : (lowestBy(distinct, heightOf(question)) ?? first)
}
