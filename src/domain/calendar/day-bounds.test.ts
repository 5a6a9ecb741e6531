import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { addDays, calendarDate, calendarDateIn } from './calendar-date.ts'
import { endOfDay, startOfDay } from './day-bounds.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(calendarDate('1970-01-02'), days))

const anyZone = fc.constantFrom(
  'Europe/Paris',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Pacific/Noumea',
  'Pacific/Marquesas',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Beirut',
  'UTC',
)

describe('the end of a day', () => {
  it.each([
    ['winter', '2026-11-23', 'Europe/Paris', '2026-11-23T23:00:00.000Z'],
    ['summer', '2026-07-14', 'Europe/Paris', '2026-07-14T22:00:00.000Z'],
    ['the day before the clocks go forward', '2026-03-28', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['the day when they do, 23 hours long', '2026-03-29', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['the day before they go back', '2026-10-24', 'Europe/Paris', '2026-10-24T22:00:00.000Z'],
    ['the day when they do, 25 hours long', '2026-10-25', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
    ['a half-hour zone', '2026-05-01', 'Pacific/Marquesas', '2026-05-02T09:30:00.000Z'],
    ['a midnight that the clocks jump over', '2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['a day that was skipped', '2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('is exact in %s', (_, day, timeZone, expected) => {
    expect(endOfDay(calendarDate(day), timeZone).toISOString()).toBe(expected)
  })

  it('is in Europe/Paris unless told otherwise', () => {
    expect(endOfDay(calendarDate('2026-11-23')).toISOString()).toBe('2026-11-23T23:00:00.000Z')
  })

  it('separates the last instant of a day from the first of the next', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, timeZone) => {
        const end = endOfDay(day, timeZone)
        expect(calendarDateIn(end, timeZone)).toBe(addDays(day, 1))
        expect(calendarDateIn(new Date(end.getTime() - 1), timeZone)).toBe(day)
      }),
      samples({ sample: 300, full: 6000 }),
    )
  })

  it('comes 23 to 25 hours after the start', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, timeZone) => {
        const hours = (endOfDay(day, timeZone).getTime() - startOfDay(day, timeZone).getTime()) / 3_600_000
        expect(hours).toBeGreaterThanOrEqual(23)
        expect(hours).toBeLessThanOrEqual(25)
      }),
      samples({ sample: 300, full: 6000 }),
    )
  })
})
