import type { Aggregate } from '../document/scoring.schema.ts'

/**
 * How far below a half a mean of halves may come out: sums of binary fractions err by some units of the last of their
 * 53 bits, (2.67 + 2.68) / 2 gives 2.6749999999999998.
 */
const tolerance = 1e-14

const powers = Array.from({ length: 11 }, (_, decimals) => 10 ** decimals)

/**
 * A score with so many decimals (0 to 10). Halves go away from zero as on paper: 2.675 becomes 2.68 and 1.005 becomes
 * 1.01, although the doubles behind them lie below. NaN, no score, stays NaN.
 */
export const roundScore = (score: number, { decimals, mode = 'half-up' }: NonNullable<Aggregate['round']>): number => {
  const power = powers[decimals] ?? 10 ** decimals
  const shifted = score * power
  const margin = Math.abs(shifted) * tolerance
  switch (mode) {
    case 'half-up':
      return (Math.sign(shifted) * Math.floor(Math.abs(shifted) + 0.5 + margin)) / power
    case 'up':
      return Math.ceil(shifted - margin) / power
    case 'down':
      return Math.floor(shifted + margin) / power
  }
}
