import { describe, expect, it } from 'vitest'
import type { Brand } from './brand.ts'
import { brandCss } from './brand-css.ts'

const brand: Brand = {
  band: '#7A2E12', bandInk: '#FFF6EF', bandMark: '#F2B705',
  light: { accent: '#8A3A1B', accentHover: '#772A09', onAccent: '#FFFFFF' },
  dark: { accent: '#E8A287', accentHover: '#F9B599', onAccent: '#141B21' },
}

describe('the style sheet of a network', () => {
  it('sets the six brand tokens and nothing else', () => {
    const names = Array.from(brandCss(brand).matchAll(/(--[\w-]+):/g), (match) => match[1])
    expect(new Set(names)).toEqual(new Set([
      '--brand-band', '--brand-band-ink', '--brand-band-mark',
      '--brand-accent', '--brand-accent-hover', '--brand-on-accent',
    ]))
  })

  it.each(['red;}body{display:none', '#12345', 'url(https://example.org)', '</style><script>'])('refuses %j', (colour) => {
    expect(() => brandCss({ ...brand, band: colour })).toThrow(TypeError)
    expect(() => brandCss({ ...brand, dark: { ...brand.dark, accent: colour } })).toThrow(TypeError)
  })
})
