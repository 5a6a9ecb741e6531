import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'
import { roundHalfUp } from './round-half-up.ts'

describe('Rounding', () => {
  it.each([
    [3.5, 0, 4],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [3.664999, 2, 3.66],
    [11 / 3, 2, 3.67],
    [-0.001, 2, 0],
    [1e-7, 2, 0],
    [1e21, 2, 1e21],
    [1.7e308, 15, 1.7e308],
  ])('%d to %i decimals is %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded)
  })

  it('moves a number by half a step at most, and a rounded one no further', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(number, fc.nat({ max: 6 }), (value, decimals) => {
        const rounded = roundHalfUp(value, decimals)
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9)
        expect(roundHalfUp(rounded, decimals)).toBe(rounded)
      }),
      samples({ sample: 500, full: 20_000 }),
    )
  })
})
