const ramps: Readonly<Record<number, readonly string[]>> = {
  3: ['1', '3', '5'],
  4: ['1', '2', '4', '5'],
  5: ['1', '2', '3', '4', '5'],
  6: ['1', '1.8', '2.6', '3.4', '4.2', '5'],
  7: ['1', '1.67', '2.33', '3', '3.5', '4.33', '5'],
}

/**
 * The step of the colour ramp (`data-ramp`, see levels.css) for a level of a scale of 3 to 7 levels; `undefined`
 * when the level is not one of the scale. Throws a RangeError for a scale that the look does not know.
 */
export function rampStep(level: number, of: number): string | undefined {
  const ramp = ramps[of]
  if (!ramp) throw new RangeError(`A scale of ${of} levels has no colours: 3 to 7 have`)
  return ramp[level - 1]
}

/** The diameter of a level's round, growing evenly from `from` to `to` over the scale. */
export function growingDiameter({ level, of, from, to }: {
  readonly level: number
  readonly of: number
  readonly from: number
  readonly to: number
}): number {
  return Math.round((from + ((to - from) * (level - 1)) / (of - 1)) * 100) / 100
}
