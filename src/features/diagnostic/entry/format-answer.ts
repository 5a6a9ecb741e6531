import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { entryTexts } from '#texts/saisie.ts'
import { frNumber } from '#texts/typography.ts'

import type { FieldView, OptionView, ScaleView } from '../view.ts'

type Vocabulary = {
  readonly scales: Readonly<Record<string, ScaleView>>
  readonly lists: Readonly<Record<string, readonly OptionView[]>>
}

/** What someone answered, in words: the label of a value or an option, a number with its unit. Empty for no answer. */
export const formatAnswer = (field: FieldView, value: AnswerValue | undefined, { scales, lists }: Vocabulary): string => {
  if (value === null || value === undefined || value === '') return ''
  const labelOf = (code: string): string => {
    const level = field.scale === null ? undefined : scales[field.scale]?.levels.find((each) => each.code === code)
    const option = field.list === null ? undefined : lists[field.list]?.find((each) => each.code === code)
    return level?.label ?? option?.label ?? code
  }
  if (typeof value === 'boolean') return value ? entryTexts.yes : entryTexts.no
  if (typeof value === 'number') return withUnit(field, value)
  if (typeof value === 'string') return field.type === 'scale' || field.type === 'single' ? labelOf(value) : value
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' ? labelOf(each) : rowWords(each))).join(', ')
  return 'amount' in value && 'unit' in value ? `${frNumber(Number(value.amount))}\u00a0${String(value.unit)}` : ''
}

const withUnit = (field: FieldView, value: number): string => {
  if (field.type === 'year') return String(value)
  if (field.type === 'percent') return `${frNumber(value)}\u202f%`
  return field.unit === null ? frNumber(value) : `${frNumber(value)}\u00a0${field.unit}`
}

const rowWords = (row: object): string =>
  Object.values(row)
    .filter((cell) => cell !== null && cell !== '')
    .map((cell) => String(cell))
    .join(' · ')
