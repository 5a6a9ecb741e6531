import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'

/** Uses that were counted in advance, and until when they are good: milliseconds since 1970. */
type Lease = { left: number; readonly until: number }

/** When so many keys are held, those that are over are let go. */
const crowded = 10_000

const leasesOf = new WeakMap<RateLimiterAbstract, Map<string, Lease>>()

const leasesIn = (limiter: RateLimiterAbstract): Map<string, Lease> => {
  const known = leasesOf.get(limiter)
  if (known !== undefined) return known
  const made = new Map<string, Lease>()
  leasesOf.set(limiter, made)
  return made
}

const dropOver = (leases: Map<string, Lease>, now: number): void => {
  for (const [key, { until }] of leases) if (until <= now) leases.delete(key)
}

type Leasing = {
  readonly size: number
  /** Milliseconds since 1970. @default the clock */
  readonly now?: () => number
}

/**
 * Counts one use like `consume`, but asks the database for `size` uses at once and gives them out until the window ends: what
 * happens many times a minute then costs a statement every `size` times. Never more than the limit passes; up to `size` less one
 * for each process may be refused early. Throws as `consume` does.
 */
export const consumeLeased = async (limiter: RateLimiterAbstract, key: string, { size, now = Date.now }: Leasing): Promise<void> => {
  if (size === 1) {
    await limiter.consume(key)
    return
  }
  const leases = leasesIn(limiter)
  const good = (): Lease | undefined => {
    const held = leases.get(key)
    return held !== undefined && held.until > now() ? held : undefined
  }
  const held = good()
  if (held !== undefined && held.left > 0) {
    held.left -= 1
    return
  }
  const { msBeforeNext }: RateLimiterRes = await limiter.consume(key, size)
  if (leases.size > crowded) dropOver(leases, now())
  // Another request may have asked at the same moment: its uses are given out too.
  leases.set(key, { left: (good()?.left ?? 0) + size - 1, until: now() + msBeforeNext })
}
