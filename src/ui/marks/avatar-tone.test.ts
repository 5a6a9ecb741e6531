import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { avatarTone, avatarTones } from './avatar-tone.ts'
import { initials } from './initials.ts'

describe('the colour of an avatar', () => {
  it('is always one of the four, and the same for the same person', () => {
    fc.assert(fc.property(fc.string(), (seed) => {
      expect(avatarTones).toContain(avatarTone(seed))
      expect(avatarTone(seed)).toBe(avatarTone(seed))
    }))
  })

  it('spreads people over the four about evenly', () => {
    const counts = new Map<string, number>()
    for (let person = 0; person < 4000; person += 1) {
      const tone = avatarTone(`person-${person}`)
      counts.set(tone, (counts.get(tone) ?? 0) + 1)
    }
    for (const tone of avatarTones) expect(counts.get(tone) ?? 0).toBeGreaterThan(800)
  })
})

describe('initials', () => {
  it.each([
    ['Maëlle Tanguy', 'MT'],
    ['Commune de Vernoy-sur-Loire', 'CL'],
    ['Élodie', 'É'],
    ['jean dupré', 'JD'],
    ['  ', '?'],
    ['418', '4'],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})
