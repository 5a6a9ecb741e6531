import type { Limits, RefusedRequest } from './types.ts'

// Decides how much one request may ask for. Who may ask, and how often, is decided elsewhere.

type Refused = { readonly ok: false; readonly refused: RefusedRequest }
type Capped = { readonly ok: true; readonly value: number | undefined }

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

const capped = (value: number | undefined): Capped => ({ ok: true, value })

const notANumber = (parameter: 'limit' | 'depth' | 'page'): Refused => ({
  ok: false,
  refused: { code: 'NOT_A_NUMBER', parameter },
})

/** The number of documents to answer. `isUnlimitedByDefault`: what a missing limit would mean. */
export const cappedLimit = (
  value: unknown,
  { max, isUnlimitedByDefault }: { readonly max: number; readonly isUnlimitedByDefault: boolean },
): Capped | Refused => {
  if (isMissing(value)) return capped(isUnlimitedByDefault ? max : undefined)
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return notANumber('limit')
  return capped(value === 0 ? max : Math.min(value, max))
}

/** The levels of relations to populate. */
export const cappedDepth = (value: unknown, max: number): Capped | Refused => {
  if (isMissing(value)) return capped(undefined)
  if (typeof value !== 'number' || !Number.isInteger(value)) return notANumber('depth')
  return capped(Math.min(value, max))
}

/** A page that a database can count to: a 32-bit number. */
const lastPage = 2 ** 31 - 1

export const checkedPage = (value: unknown): Capped | Refused => {
  if (isMissing(value)) return capped(undefined)
  const isPage = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastPage
  return isPage ? capped(value) : notANumber('page')
}

type Size = { readonly conditions: number; readonly nesting: number; readonly values: number }

const nothing: Size = { conditions: 0, nesting: 0, values: 0 }

const together = (one: Size, other: Size): Size => ({
  conditions: one.conditions + other.conditions,
  nesting: Math.max(one.nesting, other.nesting),
  values: one.values + other.values,
})

const listOperators: ReadonlySet<string> = new Set(['in', 'not_in', 'all'])

const valuesIn = ([operator, operand]: readonly [string, unknown]): number => {
  if (Array.isArray(operand)) return operand.length
  // Payload splits a text at its commas where an operator takes a list.
  return listOperators.has(operator) && typeof operand === 'string' ? operand.split(',').length : 0
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Counts what a `where` asks of the database, stopping at `deepest` so that it cannot exhaust the counter. */
const sizeOf = (where: unknown, deepest: number): Size => {
  if (!isRecord(where)) return nothing
  if (deepest < 0) return { ...nothing, nesting: Infinity }
  return Object.entries(where)
    .map(([key, constraint]): Size => {
      if (Array.isArray(constraint)) {
        const inner = constraint.map((branch) => sizeOf(branch, deepest - 1)).reduce(together, nothing)
        return { ...inner, nesting: inner.nesting + 1 }
      }
      const operands = isRecord(constraint) ? Object.entries(constraint) : []
      return {
        conditions: Math.max(operands.length, 1),
        nesting: key.split('.').length - 1,
        values: operands.map(valuesIn).reduce((sum, count) => sum + count, 0),
      }
    })
    .reduce(together, nothing)
}

/** Why a `where` is refused; undefined when it is within the limits. */
export const refusedWhere = (where: unknown, limits: Limits): RefusedRequest | undefined => {
  const { maxConditions, maxNesting, maxValues } = limits
  const { conditions, nesting, values } = sizeOf(where, maxNesting)
  if (nesting > maxNesting) return { code: 'NESTED_TOO_DEEP', most: maxNesting }
  if (conditions > maxConditions) return { code: 'TOO_MANY_CONDITIONS', most: maxConditions }
  if (values > maxValues) return { code: 'TOO_MANY_VALUES', most: maxValues }
  if (JSON.stringify(where ?? null).length > limits.maxQueryLength) {
    return { code: 'QUERY_TOO_LONG', most: limits.maxQueryLength }
  }
  return undefined
}

/**
 * Why a `sort` (`'-name,number'` or a list) is refused; undefined when it is within the limits. Payload 3.90 sorts
 * through a relation whatever the person may read there, hidden fields included, so that the order would tell
 * about them: `relations` are the paths through which nobody sorts.
 */
export const refusedSort = (
  sort: unknown,
  limits: Limits,
  relations: readonly string[] = [],
): RefusedRequest | undefined => {
  const fields = Array.isArray(sort) ? sort.map(String) : typeof sort === 'string' ? sort.split(',') : []
  // A version's own fields stand below `version`.
  const names = fields.map((field) => field.trim().replace(/^-/, '').replace(/^version\./, ''))
  const through = names.find((name) => relations.some((path) => name.startsWith(`${path}.`)))
  if (through !== undefined) return { code: 'SORT_THROUGH_RELATION', path: through }
  if (fields.length > limits.maxSortFields) return { code: 'SORT_TOO_LONG', most: limits.maxSortFields }
  const isDeep = fields.some((field) => field.split('.').length - 1 > limits.maxNesting)
  return isDeep ? { code: 'NESTED_TOO_DEEP', most: limits.maxNesting } : undefined
}
