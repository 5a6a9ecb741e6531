import { describe, expect, it } from 'vitest'

import { decideRestart, tooManyDeaths } from './restarts.ts'

/** Lets a process die again and again, each time after so many milliseconds. */
const delaysOf = (lives: readonly number[]): readonly (number | 'given up')[] => {
  let quickDeaths = 0
  return lives.map((lived) => {
    const decision = decideRestart({ lived, quickDeaths })
    if (!decision.restart) return 'given up'
    quickDeaths = decision.quickDeaths
    return decision.afterMilliseconds
  })
}

describe('A process that dies', () => {
  it('soon after each start waits longer each time, and is given up at the fifth', () => {
    expect(delaysOf(Array.from({ length: tooManyDeaths }, () => 1_000))).toEqual([250, 500, 1_000, 2_000, 'given up'])
  })

  it('after a long life starts at once, however often', () => {
    expect(delaysOf(Array.from({ length: 20 }, () => 3_600_000))).toEqual(Array.from({ length: 20 }, () => 250))
  })

  it('after a long life is forgiven the earlier deaths', () => {
    expect(delaysOf([10, 10, 10, 3_600_000, 10, 10])).toEqual([250, 500, 1_000, 250, 500, 1_000])
  })
})
