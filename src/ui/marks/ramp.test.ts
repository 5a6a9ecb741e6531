import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { growingDiameter, rampStep } from './ramp.ts'

const levelsCss = readFileSync(new URL('../levels.css', import.meta.url), 'utf8')

describe('the maturity ramp', () => {
  it.each([3, 4, 5, 6, 7])('has an own colour in levels.css for each of %i levels, from the first to the last', (of) => {
    const steps = Array.from({ length: of }, (_, index) => rampStep(index + 1, of))
    expect(new Set(steps).size).toBe(of)
    expect(steps[0]).toBe('1')
    expect(steps.at(-1)).toBe('5')
    for (const step of steps) expect(levelsCss).toContain(`[data-ramp="${step}"]`)
  })

  it.each([1, 2, 8, 11, 13, 50])('gives every level of %i one of its steps, never darker before lighter', (of) => {
    const steps = Array.from({ length: of }, (_, index) => Number(rampStep(index + 1, of)))
    expect(steps).toEqual(steps.toSorted((one, other) => one - other))
    for (const step of steps) expect(levelsCss).toContain(`[data-ramp="${step}"]`)
  })

  it('knows no level outside the scale', () => {
    expect(rampStep(6, 5)).toBeUndefined()
    expect(rampStep(0, 9)).toBeUndefined()
    expect(rampStep(10, 9)).toBeUndefined()
  })

  it('grows evenly', () => {
    expect([1, 2, 3, 4, 5].map((level) => growingDiameter({ level, of: 5, from: 9, to: 18 }))).toEqual([9, 11.25, 13.5, 15.75, 18])
  })
})
