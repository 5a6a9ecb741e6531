import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { addDays, addMonths, calendarDate, calendarDateIn, calendarDateSchema, daysBetween, isCalendarDate, partsOf } from './calendar-date.ts'

/** Any day of three centuries. */
const anyDay = fc
  .integer({ min: 0, max: 109_500 })
  .map((days) => addDays(calendarDate('1850-01-01'), days))

describe('a day of the calendar', () => {
  it.each(['2026-11-03', '2024-02-29', '2000-02-29', '1848-12-31', '9999-12-31'])('%s exists', (day) => {
    expect(isCalendarDate(day)).toBe(true)
  })

  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '0026-01-01', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', ''])(
    '%j does not',
    (day) => {
      expect(isCalendarDate(day)).toBe(false)
      expect(calendarDateSchema.safeParse(day).error?.issues[0]?.message).toBe('CALENDAR_DATE')
    },
  )

  it('compares as its text does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })

  it('counts days back and forth', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})

describe('some months later', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(calendarDate(day), months)).toBe(expected)
  })

  it('falls in the right month, on the same day or that month’s last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const [from, to] = [partsOf(day), partsOf(addMonths(day, months))]
        expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(months)
        const isLast = partsOf(addDays(addMonths(day, months), 1)).day === 1
        expect(to.day === from.day || (to.day < from.day && isLast)).toBe(true)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })

  it('never goes back when the start comes later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        expect(addMonths(addDays(day, 1), months) >= addMonths(day, months)).toBe(true)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})

describe('the day that a time zone shows', () => {
  it.each([
    ['2026-11-23T22:59:59Z', 'Europe/Paris', '2026-11-23'],
    ['2026-11-23T23:00:00Z', 'Europe/Paris', '2026-11-24'],
    ['2026-07-14T21:59:59Z', 'Europe/Paris', '2026-07-14'],
    ['2026-07-14T22:00:00Z', 'Europe/Paris', '2026-07-15'],
    ['2026-11-23T23:00:00Z', 'America/Martinique', '2026-11-23'],
    ['2026-11-23T20:00:00Z', 'Indian/Reunion', '2026-11-24'],
    ['2026-11-23T12:00:00Z', 'Pacific/Noumea', '2026-11-23'],
    ['2026-11-23T13:00:00Z', 'Pacific/Noumea', '2026-11-24'],
  ])('at %s in %s is %s', (instant, timeZone, expected) => {
    expect(calendarDateIn(new Date(instant), timeZone)).toBe(expected)
  })

  it('is unknown in an unknown zone', () => {
    expect(() => calendarDateIn(new Date(0), 'Europe/Rives')).toThrow(RangeError)
  })
})
