import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { cappedDepth, cappedLimit, checkedPage, refusedSort, refusedWhere } from '../limits.rules.ts'
import { relationsOf } from '../relations.ts'
import { sentence } from '../texts/fr.ts'
import type { Limits, RefusedRequest } from '../types.ts'

type Arguments = Readonly<Record<string, unknown>>

const refuse = (refused: RefusedRequest): never => {
  throw new APIError(sentence(refused), 400, { code: refused.code }, true)
}

const valueOf = (answer: ReturnType<typeof cappedLimit>): number | undefined =>
  answer.ok ? answer.value : refuse(answer.refused)

const isRecord = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const checkQuery = ({ where, sort }: Arguments, limits: Limits, relations: readonly string[]): void => {
  const refused = refusedWhere(where, limits) ?? refusedSort(sort, limits, relations)
  if (refused !== undefined) refuse(refused)
}

/** What a join sorts is another collection, of which this one knows no field: a path is one too many. */
const sortsThroughAnything = (sort: unknown): boolean => [sort].flat().some((field) => typeof field === 'string' && field.includes('.'))

const limitedJoins = (joins: unknown, limits: Limits): unknown => {
  if (!isRecord(joins)) return joins
  return Object.fromEntries(
    Object.entries(joins).map(([path, join]) => {
      if (!isRecord(join)) return [path, join]
      checkQuery(join, limits, [])
      if (sortsThroughAnything(join.sort)) refuse({ code: 'SORT_THROUGH_RELATION', path: String(join.sort) })
      checkedPageOf(join)
      return [path, { ...join, limit: valueOf(cappedLimit(join.limit, { max: limits.maxLimit, isUnlimitedByDefault: false })) }]
    }),
  )
}

const checkedPageOf = ({ page }: Arguments): number | undefined => valueOf(checkedPage(page))

/** Operations that take `limit`, as their hooks are named, and whether its absence means everything. */
const isUnlimitedByDefault = (operation: string, args: Arguments): boolean | undefined => {
  if ('id' in args && args.id !== undefined) return undefined
  switch (operation) {
    case 'read':
      return args.pagination === false
    // A bulk update costs several statements for each document; its answer names those that it changed.
    case 'update':
    case 'readDistinct':
      return true
    default:
      return undefined
  }
}

/**
 * The arguments of an operation, cut down to the limits; throws a 400 with a French sentence where cutting
 * down would answer another question than the one that was asked.
 */
export const limitedArguments = (
  operation: string,
  args: Arguments,
  limits: Limits,
  relations: readonly string[] = [],
): Arguments => {
  checkQuery(args, limits, relations)
  const isUnlimited = isUnlimitedByDefault(operation, args)
  const changed: Record<string, unknown> = { ...args }
  if (isUnlimited !== undefined) {
    changed.limit = valueOf(cappedLimit(args.limit, { max: limits.maxLimit, isUnlimitedByDefault: isUnlimited }))
    changed.page = checkedPageOf(args)
  }
  if ('depth' in args) changed.depth = valueOf(cappedDepth(args.depth, limits.maxDepth))
  if ('joins' in args) changed.joins = limitedJoins(args.joins, limits)
  return changed
}

const geographic: ReadonlySet<string> = new Set(['near', 'within', 'intersects'])

const asksForPlaces = (where: unknown): boolean =>
  Array.isArray(where)
    ? where.some(asksForPlaces)
    : isRecord(where) && Object.entries(where).some(([name, inner]) => geographic.has(name) || asksForPlaces(inner))

/**
 * Payload itself looks up relations by id with the rights of who asks: it populates and validates them in one
 * query per collection, however many. Only code can set this argument.
 */
const isOwnLookUp = (args: Arguments): boolean => args.disableErrors === true

/** Limits every operation that a person's rights apply to: REST, and the Local API with `overrideAccess: false`. */
export const limitRequest =
  (limits: Limits): CollectionBeforeOperationHook =>
  ({ args, collection, operation, overrideAccess, req }) => {
    if (overrideAccess === true || !isRecord(args) || isOwnLookUp(args)) return args
    if (req.payloadAPI === 'REST' && (req.search ?? '').length > limits.maxQueryLength) {
      refuse({ code: 'QUERY_TOO_LONG', most: limits.maxQueryLength })
    }
    // On any other field Payload's SQL for it fails. Checked after the depth, so that this walk is short.
    const limited = limitedArguments(operation, args, limits, relationsOf(collection))
    if (asksForPlaces(limited.where) && !collection.flattenedFields.some(({ type }) => type === 'point')) refuse({ code: 'NO_PLACES' })
    // The arguments belong to this one operation: Payload's type of them cannot be spread.
    return Object.assign(args, limited)
  }
