import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frDateTime, frMonth, frRelative, frTime } from './moments.ts'

const shown = (text: string) => text.replaceAll('\u00a0', '~')

describe('instants and deadlines', () => {
  it.each([
    [frDateTime(new Date('2026-11-03T16:34:00Z')), '3~novembre 2026 à~17:34'],
    [frDateTime(new Date('2026-11-17T13:00:00Z'), { weekday: true, year: false }), 'mardi 17~novembre à~14:00'],
    [frDateTime(new Date('2026-11-30T23:30:00Z')), '1er~décembre 2026 à~0:30'],
    [frDateTime(new Date('2026-11-30T23:30:00Z'), { timeZone: 'America/Cayenne' }), '30~novembre 2026 à~20:30'],
    [frTime(new Date('2026-06-12T07:05:00Z')), '9:05'],
    [frMonth({ year: 2026, month: 12 }), 'décembre 2026'],
    [frMonth({ year: 2026, month: 12 }, { narrow: true }), '12~/~2026'],
    [frMonth({ year: 2026, month: null }), '2026'],
  ])('are read as %j', (written, expected) => {
    expect(shown(written)).toBe(expected)
  })

  it('keep the hours of summer and winter time apart', () => {
    expect(frTime(new Date('2026-10-25T00:30:00Z'))).toBe('2:30')
    expect(frTime(new Date('2026-10-25T01:30:00Z'))).toBe('2:30')
    expect(frTime(new Date('2026-10-25T02:30:00Z'))).toBe('3:30')
  })
})

describe('relative dates', () => {
  const now = new Date('2026-11-12T10:00:00Z') // a Thursday

  it.each([
    ['2026-11-12T13:32:00Z', 'aujourd’hui à~14:32'],
    ['2026-11-11T16:05:00Z', 'hier à~17:05'],
    ['2026-11-10T09:42:00Z', 'mardi à~10:42'],
    ['2026-11-06T09:42:00Z', 'vendredi à~10:42'],
    ['2026-11-05T09:42:00Z', 'le 5~novembre 2026'],
    ['2026-11-13T08:00:00Z', 'demain à~9:00'],
    ['2026-11-17T13:00:00Z', 'mardi prochain à~14:00'],
    ['2026-11-19T13:00:00Z', 'le 19~novembre 2026'],
    ['2026-11-11T22:59:00Z', 'hier à~23:59'],
    ['2026-11-11T23:00:00Z', 'aujourd’hui à~0:00'],
  ])('say %s as %j', (instant, expected) => {
    expect(shown(frRelative(new Date(instant), now))).toBe(expected)
  })

  it('give every instant of a week a word and every other one its date', () => {
    const day = 86_400_000
    fc.assert(fc.property(fc.integer({ min: -28 * day, max: 28 * day }), (offset) => {
      const said = frRelative(new Date(now.getTime() + offset), now)
      if (Math.abs(offset) > 8 * day) expect(said).toMatch(/20\d\d$/)
      if (Math.abs(offset) < 6 * day) expect(said).toMatch(/à\u00a0\d{1,2}:\d\d$/)
    }))
  })
})
