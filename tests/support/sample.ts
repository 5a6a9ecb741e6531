/**
 * How much a heavy test does, and from which seed: a sample in `npm test`, the full count in
 * `npm run test:long`. The same code runs in both; only this file knows the difference.
 */

/** True in `npm run test:long`. */
const isLong = (): boolean => process.env['TEST_LONG'] === '1'

/** The number of rounds of this run: `rounds({ sample: 2, full: 20 })`. */
export const rounds = ({ sample, full }: { readonly sample: number; readonly full: number }): number =>
  isLong() ? full : sample

/** The seed of this run, printed at its start; `TEST_SEED=… npm test` repeats it. */
export const seed = (): number => {
  const given = Number(process.env['TEST_SEED'])
  if (!Number.isSafeInteger(given)) throw new Error('TEST_SEED is not set: vitest.config.ts sets it')
  return given
}

/** What fast-check takes: `fc.assert(property, samples({ sample: 100, full: 10_000 }))`. */
export const samples = (counts: { readonly sample: number; readonly full: number }) => ({
  numRuns: rounds(counts),
  seed: seed(),
})
