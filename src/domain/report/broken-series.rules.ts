/** Which branches of an axis can't be read as one series with the campaign before, so that charts say so. */
import type { Axis } from './synthesis.ts'

export type BrokenSeries = {
  /** Nothing measured the same before: no figure is shown. */
  readonly broken: readonly string[]
  /** Shown, with other criteria or another calculation. */
  readonly changed: readonly string[]
}

/** Labels, in the order of the axis. None where there is no campaign before to compare with. */
export const brokenSeries = ({ spokes }: Axis): BrokenSeries => ({
  broken: spokes.filter(({ continuity }) => continuity === 'broken').map(({ label }) => label),
  changed: spokes.filter(({ continuity, previous }) => continuity === 'changed' && previous !== null).map(({ label }) => label),
})
