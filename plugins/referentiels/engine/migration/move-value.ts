import type { CompiledColumn, CompiledQuestion } from '../compile/compiled.ts'
import { isRecord } from '../evaluate/read-value.ts'
import type { Route } from './migration-map.ts'

type Target = Pick<CompiledColumn, 'type' | 'unit' | 'unitChoices'>

/** Nothing: the map says that this value has no successor. */
const dropped = null

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A value through the line's `valueMap`: codes, yes and no, and each choice of several. */
const mapped = (value: unknown, values: Route['values']): unknown => {
  if (values === null) return value
  if (Array.isArray(value)) {
    const kept = value.map((item: unknown) => mapped(item, values)).filter((item) => item !== dropped)
    return kept.length === 0 ? dropped : [...new Set(kept)]
  }
  if (!isScalar(value)) return value
  const key = String(value)
  return values.has(key) ? (values.get(key) ?? dropped) : value
}

const numberFrom = (value: unknown, { unit, unitChoices }: Target): unknown => {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
  if (typeof value === 'number' && unitChoices.length > 0 && unit !== null) return { amount: value, unit }
  const isQuantity = isRecord(value) && typeof value['amount'] === 'number'
  return isQuantity && unitChoices.length === 0 && value['unit'] === unit ? value['amount'] : value
}

const wordsFrom = (value: unknown): unknown => {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
  return isRecord(value) && isScalar(value['amount']) && isScalar(value['unit']) ? `${value['amount']} ${value['unit']}` : value
}

const only = ([value]: readonly unknown[]): unknown => value

/** The value in the form of another type, where that says the same; else as it is, for the check to refuse. */
const formed = (value: unknown, target: Target): unknown => {
  switch (target.type) {
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value
    case 'multi':
      return typeof value === 'string' ? [value] : value
    case 'scale':
    case 'single':
      return Array.isArray(value) && value.length === 1 ? only(value) : value
    case 'number':
    case 'percent':
    case 'year':
      return numberFrom(value, target)
    case 'text':
    case 'longText':
      return wordsFrom(value)
    case 'date':
    case 'link':
    case 'file':
    case 'table':
    case 'computed':
      return value
  }
}

export type MovedValue = {
  /** Null: the map gives it no successor. */
  readonly value: unknown
  /** Cells of a table went astray: columns that the new table doesn't have, or values without a successor. */
  readonly isPartial: boolean
}

const movedRow = (row: unknown, { columns }: CompiledQuestion, values: Route['values']): MovedValue => {
  if (!isRecord(row)) return { value: row, isPartial: false }
  const cells = Object.entries(row).map(([code, cell]) => {
    const column = columns.find((each) => each.code === code)
    return { code, value: column === undefined ? dropped : formed(mapped(cell, values), column) }
  })
  const kept = cells.filter(({ value }) => value !== dropped)
  return { value: Object.fromEntries(kept.map(({ code, value }) => [code, value])), isPartial: kept.length < cells.length }
}

/** One stored value on its way to a question: through the map's values, then into the question's form. */
export const movedValue = (value: unknown, question: CompiledQuestion, values: Route['values']): MovedValue => {
  if (question.type === 'table' && Array.isArray(value)) {
    const rows = value.map((row: unknown) => movedRow(row, question, values))
    return { value: rows.map((row) => row.value), isPartial: rows.some(({ isPartial }) => isPartial) }
  }
  const through = mapped(value, values)
  const isPartial = Array.isArray(value) && Array.isArray(through) && through.length < new Set(value).size
  return { value: formed(through, question), isPartial }
}
