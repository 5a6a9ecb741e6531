import { describe, expect, it } from 'vitest'

import { frDate, frDayOf } from './dates.ts'

describe('a day as read in French', () => {
  it('keeps day and month together', () => {
    expect(frDate('2026-11-03')).toBe('3\u00a0novembre 2026')
  })

  it('writes the first of a month as « 1er »', () => {
    expect(frDate('2027-02-01')).toBe('1er\u00a0février 2027')
  })

  it('is the day of the organisation’s own calendar, not of the server’s', () => {
    const newYearsEve = new Date('2026-12-31T23:30:00Z')
    expect(frDayOf(newYearsEve, 'Europe/Paris')).toBe('1er\u00a0janvier 2027')
    expect(frDayOf(newYearsEve, 'America/Cayenne')).toBe('31\u00a0décembre 2026')
  })
})
