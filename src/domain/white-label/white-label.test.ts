import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { colour, contrast, toOklch } from './colour.ts'
import type { WhiteLabelColours } from './white-label.rules.ts'
import { checkWhiteLabel, defaultColours, siteColours } from './white-label.rules.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** Dark enough that most are accepted. */
const darkHex = fc
  .tuple(fc.nat({ max: 150 }), fc.nat({ max: 110 }), fc.nat({ max: 170 }))
  .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`)

const refusalsOf = (changed: Partial<WhiteLabelColours>) => {
  const result = checkWhiteLabel({ ...defaultColours, ...changed })
  return result.ok ? [] : result.error
}

describe('a white label', () => {
  it('that keeps the platform’s colours looks like the platform', () => {
    expect(checkWhiteLabel(defaultColours)).toEqual({
      ok: true,
      value: {
        band: '#22303B',
        bandInk: '#FDFCF9',
        bandMark: '#F6C92F',
        light: { accent: '#0B5A63', accentHover: expect.stringMatching(/^#/) as string, onAccent: '#FDFCF9' },
        dark: { accent: '#7CCFD0', accentHover: '#A3E0E0', onAccent: '#0F1B1E' },
      },
    })
  })

  it('refuses a green too light for text and proposes the nearest that fits', () => {
    const [refusal, ...others] = refusalsOf({ accent: '#7FB069' })
    expect(others).toEqual([])
    expect(refusal).toMatchObject({ field: 'accent', code: 'TOO_LIGHT', hue: 'green' })
    if (refusal?.code !== 'TOO_LIGHT') return
    expect(refusal.contrast).toBeCloseTo(contrast(colour('#7FB069'), siteColours.light.ground), 10)
    expect(toOklch(refusal.nearest).hue).toBeCloseTo(toOklch(colour('#7FB069')).hue, 0)
    expect(checkWhiteLabel({ ...defaultColours, accent: refusal.nearest }).ok).toBe(true)
  })

  it('refuses ink that cannot be read on its band', () => {
    expect(refusalsOf({ band: '#22303B', bandInk: '#1F2A33' })).toMatchObject([{ field: 'bandInk', code: 'TOO_DARK' }])
    expect(refusalsOf({ band: '#FDFCF9', bandInk: '#F6C92F' })).toMatchObject([{ field: 'bandInk', code: 'TOO_LIGHT' }])
  })

  it('tells every mistake at once', () => {
    expect(refusalsOf({ band: 'navy', bandMark: '#12', accent: '#FFFF00' })).toMatchObject([
      { field: 'band', code: 'NOT_A_COLOUR' },
      { field: 'bandMark', code: 'NOT_A_COLOUR' },
      { field: 'accent', code: 'TOO_LIGHT' },
    ])
  })

  it('can be read by light, in the dark and on the banner, whatever is accepted', () => {
    let accepted = 0
    fc.assert(
      fc.property(hex, fc.oneof(fc.constantFrom('#FFFFFF', '#000000'), hex), hex, darkHex, (band, bandInk, bandMark, accent) => {
        const result = checkWhiteLabel({ band, bandInk, bandMark, accent })
        if (!result.ok) return
        accepted += 1
        const { value } = result
        expect(contrast(value.bandInk, value.band)).toBeGreaterThanOrEqual(4.5)
        for (const ground of [siteColours.light.surface, siteColours.light.ground]) {
          expect(contrast(value.light.accent, ground)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(value.light.accentHover, ground)).toBeGreaterThanOrEqual(4.5)
        }
        for (const accentColour of [value.dark.accent, value.dark.accentHover]) {
          expect(contrast(accentColour, siteColours.dark.surface)).toBeGreaterThanOrEqual(4.5)
        }
        for (const palette of [value.light, value.dark]) {
          expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(palette.onAccent, palette.accentHover)).toBeGreaterThanOrEqual(4.5)
        }
        expect(toOklch(value.dark.accent).chroma).toBeLessThanOrEqual(0.123)
        for (const written of JSON.stringify(value).match(/#[^"]*/g) ?? []) expect(written).toMatch(/^#[0-9A-F]{6}$/)
      }),
      samples({ sample: 600, full: 12000 }),
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('keeps the hue of its accent after dark', () => {
    fc.assert(
      fc.property(darkHex, (accent) => {
        const result = checkWhiteLabel({ ...defaultColours, accent })
        if (!result.ok || accent.toUpperCase() === defaultColours.accent) return
        const [typed, dark] = [toOklch(result.value.light.accent), toOklch(result.value.dark.accent)]
        // Hardly any hue is left in a grey, nor in what 8 bits make of a nearly black one.
        if (typed.chroma < 0.04 || dark.chroma < 0.04) return
        const turn = Math.abs(typed.hue - dark.hue)
        expect(Math.min(turn, 360 - turn)).toBeLessThan(4)
      }),
      samples({ sample: 300, full: 6000 }),
    )
  })

  it('accepts every colour that it proposed, and proposes none when it accepts', () => {
    fc.assert(
      fc.property(hex, hex, hex, (band, bandInk, accent) => {
        const first = checkWhiteLabel({ ...defaultColours, band, bandInk, accent })
        if (first.ok) return
        const proposed = Object.fromEntries(
          first.error.map((refusal) => [refusal.field, refusal.code === 'NOT_A_COLOUR' ? '#000000' : refusal.nearest]),
        )
        expect(checkWhiteLabel({ ...defaultColours, band, bandInk, accent, ...proposed }).ok).toBe(true)
      }),
      samples({ sample: 150, full: 3000 }),
    )
  })
})
