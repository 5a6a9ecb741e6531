import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// The two palettes as written in tokens.css: a changed colour that can no longer be read fails here, not at an audit.

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function palette(start: string): ReadonlyMap<string, string> {
  const from = css.indexOf(start)
  const block = css.slice(from, css.indexOf('}', from))
  return new Map(Array.from(block.matchAll(/(--[\w-]+): (#[0-9A-F]{6})/gi), (match) => [match[1] ?? '', match[2] ?? '']))
}

const palettes = {
  light: palette(':root, [data-theme="light"] {'),
  'dark by choice': palette('\n[data-theme="dark"] {'),
  'dark by system': palette(':root:not([data-theme="light"]) {'),
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'sunken', 'broom-wash', 'accent-wash', 'wine-wash', 'moss-wash', 'brick-wash']],
  ['ink-soft', ['ground', 'surface', 'sunken']],
  ['accent', ['ground', 'surface', 'accent-wash']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-slate', ['slate', 'slate-raised']],
  ['broom', ['slate']],
  ['on-broom', ['broom']],
  ['wine', ['surface', 'wine-wash']],
  ['moss', ['surface', 'ground', 'moss-wash']],
  ['brick', ['surface', 'ground', 'brick-wash']],
  ['on-signal', ['brick', 'wine', 'moss']],
  ...[1, 2, 3, 4, 5].map((level) => [`on-level-${level}`, [`level-${level}`]] as const),
]

describe.each(Object.entries(palettes))('the %s palette', (_, colours) => {
  const colour = (name: string) => {
    const value = colours.get(`--${name}`)
    if (!value) throw new Error(`${name} is not in the palette`)
    return value
  }

  it.each(texts)('lets one read %s on its grounds (4.5 : 1)', (text, grounds) => {
    for (const ground of grounds) expect(ratio(colour(text), colour(ground)), ground).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edges of controls and of levels (3 : 1)', () => {
    for (const ground of ['surface', 'ground']) expect(ratio(colour('line-strong'), colour(ground))).toBeGreaterThanOrEqual(3)
    expect(ratio(colour('level-edge'), colour('surface'))).toBeGreaterThanOrEqual(3)
  })
})

it('the two dark palettes are the same', () => {
  expect(palettes['dark by system']).toEqual(palettes['dark by choice'])
})
