import { createHmac } from 'node:crypto'

import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

import { DomainError } from '#domain/domain-error.ts'
import { failure, ok, type Result } from '#domain/result.ts'

import { storageErrorOf } from './database-error.ts'
import { consumeLeased } from './lease.ts'
import { type KeyKind, type RateLimit, type RateLimitRule, rateLimits, type RateLimits } from './limits.ts'

/** What is needed of Payload: its pool, and its secret to hide whom a counter is about. */
export type RateLimitHost = { readonly secret: string; readonly db: { readonly pool: Pool } }

export type RateLimitKeys = {
  /** The client's address; one bucket for all whose address is unknown. */
  readonly address?: string
  /** An e-mail as typed, or the id of a signed-in user. */
  readonly account?: string
}

type Consumption = {
  readonly payload: RateLimitHost
  readonly rule: RateLimitRule
  readonly keys: RateLimitKeys
  /** Other numbers than the platform's, for tests and benchmarks. */
  readonly limits?: RateLimits
}

/** A database that does not answer must not hold a request for ever. */
const patience = 5000

const limitersOf = new WeakMap<Pool, Map<string, RateLimiterPostgres>>()

const limiterOf = ({ db }: RateLimitHost, name: string, { points, seconds }: RateLimit): RateLimiterPostgres => {
  const limiters = limitersOf.get(db.pool) ?? new Map<string, RateLimiterPostgres>()
  limitersOf.set(db.pool, limiters)
  const id = `${name}:${points}:${seconds}`
  const known = limiters.get(id)
  if (known) return known
  const limiter = new RateLimiterPostgres({
    storeClient: db.pool,
    // By name: the library would look at the class's name, which the production bundle shortens.
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    // The job `sweep-expired` does it, once for all processes.
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    // From the first refusal on, a flood costs no query until its window ends.
    inMemoryBlockOnConsumed: points + 1,
  })
  limiters.set(id, limiter)
  return limiter
}

/** Nothing personal stands in the table: a keyed hash, which cannot be tried out without the secret. */
const hiddenKey = ({ secret }: RateLimitHost, kind: KeyKind, value: string): string =>
  createHmac('sha256', secret).update(`rate-limit ${kind} ${value.trim().toLowerCase()}`).digest('base64url')

const withinPatience = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the rate limits’ database does not answer')), patience)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

type Counter = { readonly limiter: RateLimiterPostgres; readonly key: string; readonly kind: KeyKind; readonly lease: number }

/** The address first: a flood from one place must not use up the account that it is aimed at. */
const countersOf = ({ payload, rule, keys, limits = rateLimits }: Consumption): readonly Counter[] => {
  const values = { address: keys.address ?? 'unknown', account: keys.account }
  return (['address', 'account'] as const).flatMap((kind) => {
    const limit = limits[rule][kind]
    const value = values[kind]
    if (limit === undefined || value === undefined) return []
    return [{ kind, limiter: limiterOf(payload, `${rule}:${kind}`, limit), key: hiddenKey(payload, kind, value), lease: limit.lease ?? 1 }]
  })
}

const minutesUntil = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 60_000))

/**
 * Counts one use of a rule, for all processes together. Refuses with TOO_MANY_REQUESTS (`minutes` to wait) when
 * the rule is used up for the address or the account, and with UNAVAILABLE or STORAGE_FULL when the database cannot
 * tell: who cannot be counted is not let in.
 */
export const consume = async (consumption: Consumption): Promise<Result<void, DomainError>> => {
  try {
    for (const { limiter, key, lease } of countersOf(consumption)) await withinPatience(consumeLeased(limiter, key, { size: lease }))
    return ok(undefined)
  } catch (cause) {
    if (cause instanceof RateLimiterRes) {
      return failure(new DomainError('TOO_MANY_REQUESTS', { minutes: minutesUntil(cause) }))
    }
    return failure(storageErrorOf(cause) ?? new DomainError('UNAVAILABLE', {}, { cause }))
  }
}

/**
 * Takes a use back that turned out to be rightful: after a successful sign-in the account starts anew and the
 * address gets its point back, so that people who sign in often, or share an address, are not shut out.
 * Failing to do so only leaves the use counted.
 */
export const giveBack = async (consumption: Consumption): Promise<void> => {
  const given = countersOf(consumption).map(({ kind, limiter, key }) =>
    withinPatience<unknown>(kind === 'account' ? limiter.delete(key) : limiter.reward(key, 1)),
  )
  await Promise.allSettled(given)
}
