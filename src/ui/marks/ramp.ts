const ramps: Readonly<Record<number, readonly string[]>> = {
  1: ['3'],
  2: ['1', '5'],
  3: ['1', '3', '5'],
  4: ['1', '2', '4', '5'],
  5: ['1', '2', '3', '4', '5'],
  6: ['1', '1.8', '2.6', '3.4', '4.2', '5'],
  7: ['1', '1.67', '2.33', '3', '3.5', '4.33', '5'],
}

/** Every step that levels.css has, for longer scales: beyond thirteen levels neighbours share one. */
const allSteps = ['1', '1.67', '1.8', '2', '2.33', '2.6', '3', '3.4', '3.5', '4', '4.2', '4.33', '5']

/**
 * The step of the colour ramp (`data-ramp`, see levels.css) for a level of a scale, whatever its length; `undefined`
 * when the level is not one of the scale. Scales of 3 to 7 levels have steps that are told apart at a glance.
 */
export function rampStep(level: number, of: number): string | undefined {
  const ramp = ramps[of]
  if (ramp) return ramp[level - 1]
  if (!Number.isInteger(level) || level < 1 || level > of) return undefined
  return allSteps[Math.round(((level - 1) / (of - 1)) * (allSteps.length - 1))]
}

/** The diameter of a level's round, growing evenly from `from` to `to` over the scale. */
export function growingDiameter({ level, of, from, to }: {
  readonly level: number
  readonly of: number
  readonly from: number
  readonly to: number
}): number {
  return of === 1 ? to : Math.round((from + ((to - from) * (level - 1)) / (of - 1)) * 100) / 100
}
