import { RateLimiterMemory } from 'rate-limiter-flexible'
import { describe, expect, it } from 'vitest'

import { consumeLeased } from './lease.ts'

const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: 60 })

/** How many of these uses pass. */
const passing = async (uses: number, use: () => Promise<void>): Promise<number> => {
  let passed = 0
  for (let n = 0; n < uses; n += 1) {
    await use().then(
      () => (passed += 1),
      () => undefined,
    )
  }
  return passed
}

const consumed = async (limiter: RateLimiterMemory): Promise<number> => (await limiter.get('somebody'))?.consumedPoints ?? 0

describe('Uses that are counted ahead', () => {
  it('ask the counter once in so many', async () => {
    const limiter = limiterOf(600)
    expect(await passing(10, () => consumeLeased(limiter, 'somebody', { size: 10 }))).toBe(10)
    expect(await consumed(limiter)).toBe(10)
    await consumeLeased(limiter, 'somebody', { size: 10 })
    expect(await consumed(limiter)).toBe(20)
  })

  it('never let more pass than the limit, however many come at once', async () => {
    const limiter = limiterOf(40)
    expect(await passing(100, () => consumeLeased(limiter, 'somebody', { size: 10 }))).toBe(40)
    const together = limiterOf(40)
    const passed = await Promise.allSettled(Array.from({ length: 100 }, () => consumeLeased(together, 'somebody', { size: 10 })))
    expect(passed.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(40)
  })

  it('lose none of those that several requests took at once', async () => {
    const limiter = limiterOf(600)
    await Promise.all(Array.from({ length: 3 }, () => consumeLeased(limiter, 'somebody', { size: 10 })))
    expect(await passing(27, () => consumeLeased(limiter, 'somebody', { size: 10 }))).toBe(27)
    expect(await consumed(limiter)).toBe(30)
  })

  it('are over when their window is', async () => {
    const limiter = limiterOf(600)
    let time = Date.now()
    const use = () => consumeLeased(limiter, 'somebody', { size: 10, now: () => time })
    await use()
    time += 60_001
    await use()
    expect(await consumed(limiter)).toBe(20)
  })

  it('are not anybody else’s', async () => {
    const limiter = limiterOf(600)
    await consumeLeased(limiter, 'somebody', { size: 10 })
    await consumeLeased(limiter, 'somebody else', { size: 10 })
    expect((await limiter.get('somebody else'))?.consumedPoints).toBe(10)
  })

  it('are counted one by one where nothing else is said', async () => {
    const limiter = limiterOf(3)
    expect(await passing(5, () => consumeLeased(limiter, 'somebody', { size: 1 }))).toBe(3)
  })
})
