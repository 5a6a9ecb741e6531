import { describe, expect, it } from 'vitest'

import { isMonthDeadline, lastDayOf, monthDeadlineSchema } from './month-deadline.ts'

describe('a deadline in months', () => {
  it.each([
    ['2026', '2026-12-31'],
    ['2026-11', '2026-11-30'],
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2021-07', '2021-07-31'],
  ])('%s ends on %s', (deadline, expected) => {
    expect(lastDayOf(monthDeadlineSchema.parse(deadline))).toBe(expected)
  })

  it.each(['2026-13', '2026-00', '2026-1', '26-01', '2026-01-15', '2026-', '', '2026\n'])('%j is none', (value) => {
    expect(isMonthDeadline(value)).toBe(false)
    expect(monthDeadlineSchema.safeParse(value).error?.issues[0]?.message).toBe('MONTH_DEADLINE')
  })
})
