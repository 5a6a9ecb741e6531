import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { roundScore } from './round-score.ts'

const halfUp = (score: number, decimals: number) => roundScore(score, { decimals })

describe('roundScore', () => {
  it.each([
    [2.675, 2, 2.68],
    [1.005, 2, 1.01],
    [(2.67 + 2.68) / 2, 2, 2.68],
    [(0.1 + 0.2 + 0.15) / 3, 2, 0.15],
    [3.5, 0, 4],
    [2.5, 0, 3],
    [3.49, 0, 3],
    [11 / 3, 2, 3.67],
    [-2.5, 0, -3],
    [0, 2, 0],
  ])('rounds %d to %d decimals: %d', (score, decimals, expected) => {
    expect(halfUp(score, decimals)).toBe(expected)
  })

  it('rounds up and down without moving what is already round', () => {
    expect(roundScore(2.01, { decimals: 1, mode: 'up' })).toBe(2.1)
    expect(roundScore(2.09, { decimals: 1, mode: 'down' })).toBe(2)
    expect(roundScore(0.1 + 0.2, { decimals: 1, mode: 'up' })).toBe(0.3)
    expect(roundScore(0.7 + 0.1, { decimals: 1, mode: 'down' })).toBe(0.8)
  })

  it('leaves no score as it is', () => {
    expect(halfUp(Number.NaN, 2)).toBeNaN()
  })

  it('rounds halves up wherever they stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }), (whole, decimals) => {
        const half = Number(`${whole}.${'0'.repeat(decimals)}5`)
        expect(halfUp(half, decimals)).toBe(Number((whole + 10 ** -decimals).toFixed(decimals)))
      }),
    )
  })

  it('moves by half a unit at most, and stays when done again', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.integer({ min: 0, max: 6 }), (score, decimals) => {
        const rounded = halfUp(score, decimals)
        expect(Math.abs(rounded - score)).toBeLessThanOrEqual((0.5 * 10 ** -decimals) * (1 + 1e-9))
        expect(halfUp(rounded, decimals)).toBe(rounded)
      }),
    )
  })
})
