import { describe, expect, it } from 'vitest'

import { brandStylesheet, brandStylesheetPath } from './brand-stylesheet.ts'

const colours = { band: '#22303B', bandInk: '#FDFCF9', bandMark: '#F6C92F', accent: '#7A2E12' }

describe('the style sheet of a network’s colours', () => {
  it('has the address of its colours, and holds them', () => {
    const path = brandStylesheetPath(colours)
    expect(path).toBe('/couleurs/22303b-fdfcf9-f6c92f-7a2e12.css')
    expect(brandStylesheet('22303b-fdfcf9-f6c92f-7a2e12.css')?.toLowerCase()).toContain('--brand-accent:#7a2e12')
  })

  it('is not offered for colours that nobody could read', () => {
    expect(brandStylesheetPath({ ...colours, accent: '#FFF3B0' })).toBeNull()
    expect(brandStylesheet('22303b-fdfcf9-f6c92f-fff3b0.css')).toBeNull()
  })

  it.each(['', 'rouge.css', '22303b-fdfcf9-f6c92f-7a2e12', '22303b-fdfcf9-f6c92f-7a2e12.css}', '../22303b.css'])(
    'is nothing at « %s »',
    (segment) => expect(brandStylesheet(segment)).toBeNull(),
  )
})
