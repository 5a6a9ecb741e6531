import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { colour, contrast, fromOklch, hueName, parseColour, toOklch } from './colour.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => colour(`#${value.toString(16).padStart(6, '0')}`))

describe('a typed colour', () => {
  it('is #rrggbb in either case', () => {
    expect(parseColour('#0b5A63')).toBe('#0B5A63')
  })

  it.each([
    '0B5A63', '#0B5', '#0B5A63FF', '#0B5A6G', ' #0B5A63', '#0B5A63 ', '#0B5A63;', '#0B5A63\n', 'teal', 'rgb(0,0,0)', 'var(--x)',
    '#0B5A63}*{display:none', '</style><script>', '',
  ])('%j is none', (typed) => {
    expect(parseColour(typed)).toBeNull()
  })

  it('is nothing else, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^#?[0-9a-gA-F]{5,8}.?$/)), (typed) => {
        const parsed = parseColour(typed)
        expect(parsed === null || /^#[0-9A-F]{6}$/.test(parsed)).toBe(true)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})

describe('contrast', () => {
  // The table of the visual language, as its own script computed it.
  it.each([
    ['ink on ground', '#1F2A33', '#F0F0EA', 12.8],
    ['ink on surface', '#1F2A33', '#FDFCF9', 14.2],
    ['ink on sunken', '#1F2A33', '#E6E5DB', 11.5],
    ['ink-soft on ground', '#4A555D', '#F0F0EA', 6.7],
    ['ink-soft on surface', '#4A555D', '#FDFCF9', 7.4],
    ['ink-soft on sunken', '#4A555D', '#E6E5DB', 6.0],
    ['accent on surface', '#0B5A63', '#FDFCF9', 7.7],
    ['accent on ground', '#0B5A63', '#F0F0EA', 6.9],
    ['accent on accent-wash', '#0B5A63', '#DCEBEA', 6.4],
    ['ink on broom-wash', '#1F2A33', '#FCF0BF', 12.8],
    ['on-broom on broom', '#1F2A33', '#F6C92F', 9.3],
    ['broom on slate', '#F6C92F', '#22303B', 8.6],
    ['wine on surface', '#7C2A47', '#FDFCF9', 9.0],
    ['moss on surface', '#2C6A3F', '#FDFCF9', 6.3],
    ['brick on surface', '#A3331F', '#FDFCF9', 6.7],
    ['line-strong on surface', '#767C80', '#FDFCF9', 4.1],
    ['dark ink on ground', '#F1EFE8', '#141B21', 15.1],
    ['dark ink on surface', '#F1EFE8', '#1D262E', 13.3],
    ['dark accent on surface', '#7CCFD0', '#1D262E', 8.5],
    ['dark accent on ground', '#7CCFD0', '#141B21', 9.7],
    ['dark accent on accent-wash', '#7CCFD0', '#17393F', 6.9],
    ['dark on-accent on accent', '#0F1B1E', '#7CCFD0', 9.8],
    ['dark on-accent on hover', '#0F1B1E', '#A3E0E0', 12.0],
    ['dark wine on surface', '#F0A6BB', '#1D262E', 7.9],
    ['level 4 white', '#FFFFFF', '#2C8094', 4.5],
    ['level 5 white', '#FFFFFF', '#2B3B73', 10.6],
  ])('of %s is as the visual language says', (_, one, other, ratio) => {
    expect(Number(contrast(colour(one), colour(other)).toFixed(1))).toBe(ratio)
  })

  it('goes from 1 to 21 and has no order', () => {
    expect(contrast(colour('#000000'), colour('#FFFFFF'))).toBeCloseTo(21, 10)
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one))
        expect(contrast(one, other)).toBeGreaterThanOrEqual(1)
        expect(contrast(one, one)).toBe(1)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})

describe('OKLCH', () => {
  it.each([
    ['#FF0000', 0.628, 0.2577, 29.23],
    ['#00FF00', 0.8664, 0.2948, 142.5],
    ['#0000FF', 0.452, 0.3132, 264.05],
    ['#FFFFFF', 1, 0, undefined],
    ['#000000', 0, 0, undefined],
  ])('of %s is the published value', (value, lightness, chroma, hue) => {
    const found = toOklch(colour(value))
    expect(found.lightness).toBeCloseTo(lightness, 3)
    expect(found.chroma).toBeCloseTo(chroma, 3)
    if (hue !== undefined) expect(found.hue).toBeCloseTo(hue, 1)
  })

  it('gives every colour back', () => {
    fc.assert(
      fc.property(anyColour, (value) => {
        expect(fromOklch(toOklch(value))).toBe(value)
      }),
      samples({ sample: 1000, full: 20000 }),
    )
  })

  it('gives chroma away, not lightness, for what no screen shows', () => {
    const wanted = { lightness: 0.9, chroma: 0.3, hue: 264 }
    const shown = toOklch(fromOklch(wanted))
    expect(shown.lightness).toBeCloseTo(0.9, 1)
    expect(shown.chroma).toBeLessThan(0.1)
  })
})

describe('what people call a colour', () => {
  it.each([
    ['#2C6A3F', 'green'],
    ['#7FB069', 'green'],
    ['#FF0000', 'red'],
    ['#F6C92F', 'yellow'],
    ['#FF8C00', 'orange'],
    ['#1E90FF', 'blue'],
    ['#0B5A63', 'turquoise'],
    ['#800080', 'purple'],
    ['#FFC0CB', 'pink'],
    ['#767C80', 'grey'],
  ])('%s is %s', (value, name) => {
    expect(hueName(colour(value))).toBe(name)
  })
})
