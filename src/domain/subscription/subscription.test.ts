import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, calendarDate, daysBetween } from '#domain/calendar/calendar-date.ts'
import { endOfDay } from '#domain/calendar/day-bounds.ts'

import { samples } from '../../../tests/support/sample.ts'

import { openSeat } from './seats.rules.ts'
import { daysLeft, isReadOnly, subscriptionState } from './subscription-state.rules.ts'
import { remindersOf, trialEnd } from './trial.rules.ts'

const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(calendarDate('2000-01-01'), days))

describe('the discovery offer', () => {
  it.each([
    ['2026-11-23', '2027-02-23'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-08-31', '2026-11-30'],
    ['2026-01-31', '2026-04-30'],
    ['2026-12-31', '2027-03-31'],
  ])('that starts on %s ends on %s', (start, end) => {
    expect(trialEnd(calendarDate(start))).toBe(end)
  })

  it('lasts 89 to 92 days whatever its first day', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        expect(daysBetween(start, trialEnd(start))).toBeGreaterThanOrEqual(89)
        expect(daysBetween(start, trialEnd(start))).toBeLessThanOrEqual(92)
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })

  it('is recalled 30, 7 and 1 days before its end', () => {
    expect(remindersOf(calendarDate('2027-02-28'))).toEqual([
      { daysBefore: 30, on: '2027-01-29' },
      { daysBefore: 7, on: '2027-02-21' },
      { daysBefore: 1, on: '2027-02-27' },
    ])
  })
})

describe('a subscription that ends on 28 February 2027', () => {
  const end = calendarDate('2027-02-28')
  const at = (instant: string) => subscriptionState({ end, now: new Date(instant) })

  it.each([
    ['2026-12-01T08:00:00Z', 'active', 'long before'],
    ['2027-01-28T22:59:59Z', 'active', 'until the evening before the first reminder'],
    ['2027-01-28T23:00:00Z', 'ending', 'from the day of the first reminder in Paris'],
    ['2027-02-28T22:59:59Z', 'ending', 'until the last second of the last day in Paris'],
    ['2027-02-28T23:00:00Z', 'expired', 'at midnight in Paris'],
    ['2027-03-15T00:00:00Z', 'expired', 'afterwards'],
  ])('at %s is %s: %s', (instant, state) => {
    expect(at(instant)).toBe(state)
  })

  it('ends later in Martinique', () => {
    const now = new Date('2027-03-01T02:00:00Z')
    expect(subscriptionState({ end, now })).toBe('expired')
    expect(subscriptionState({ end, now, timeZone: 'America/Martinique' })).toBe('ending')
  })

  it('leaves reading alone once it is over', () => {
    expect(isReadOnly(at('2027-02-28T22:59:59Z'))).toBe(false)
    expect(isReadOnly(at('2027-02-28T23:00:00Z'))).toBe(true)
  })

  it('counts the days that are left', () => {
    expect(daysLeft({ end, now: new Date('2027-02-28T12:00:00Z') })).toBe(0)
    expect(daysLeft({ end, now: new Date('2027-02-20T12:00:00Z') })).toBe(8)
    expect(daysLeft({ end, now: new Date('2027-03-02T12:00:00Z') })).toBe(-2)
  })

  it('is over exactly at the end of its last day, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const over = endOfDay(day)
        expect(subscriptionState({ end: day, now: over })).toBe('expired')
        expect(subscriptionState({ end: day, now: new Date(over.getTime() - 1) })).toBe('ending')
      }),
      samples({ sample: 200, full: 4000 }),
    )
  })
})

describe('one more account in a network', () => {
  const opened = ['a@demo.test', 'b@demo.test', 'c@demo.test']

  it('is opened while seats are left', () => {
    expect(openSeat({ opened, authorised: 4, email: 'd@demo.test' })).toEqual({ ok: true, value: 0 })
    expect(openSeat({ opened: [], authorised: 4, email: 'd@demo.test' })).toEqual({ ok: true, value: 3 })
  })

  it('is refused at the quota', () => {
    expect(openSeat({ opened, authorised: 3, email: 'd@demo.test' })).toEqual({ ok: false, error: 'NO_SEAT_LEFT' })
    expect(openSeat({ opened, authorised: 2, email: 'd@demo.test' })).toEqual({ ok: false, error: 'NO_SEAT_LEFT' })
  })

  it('is refused to an address that has one already, before the quota is looked at', () => {
    expect(openSeat({ opened, authorised: 3, email: 'b@demo.test' })).toEqual({ ok: false, error: 'EMAIL_HAS_SEAT' })
  })

  it('never lets opened accounts pass the authorised number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 40 }), (authorised, asked) => {
        const seats: string[] = []
        for (let index = 0; index < asked; index += 1) {
          const email = `n${index}@demo.test`
          if (openSeat({ opened: seats, authorised, email }).ok) seats.push(email)
        }
        expect(seats.length).toBe(Math.min(authorised, asked))
      }),
      samples({ sample: 100, full: 5000 }),
    )
  })
})
