import { z } from 'zod'

import type { CalendarDate } from './calendar-date.ts'
import { calendarDateOf, daysInMonth } from './calendar-date.ts'

declare const brand: unique symbol

/** A deadline as people give it: a year, or a year and a month (`2026`, `2026-11`). */
export type MonthDeadline = string & { readonly [brand]: 'MonthDeadline' }

const written = /^[1-9]\d{3}(-(0[1-9]|1[0-2]))?$/

export const isMonthDeadline = (value: string): value is MonthDeadline => written.test(value)

/** Its only issue has the message MONTH_DEADLINE; the sentence is in the texts. */
export const monthDeadlineSchema = z.string().refine(isMonthDeadline, 'MONTH_DEADLINE')

/** The day with which a deadline ends: the month's last, or 31 December (domain.md §6.3). */
export const lastDayOf = (deadline: MonthDeadline): CalendarDate => {
  const year = Number(deadline.slice(0, 4))
  const month = deadline.length === 4 ? 12 : Number(deadline.slice(5))
  return calendarDateOf({ year, month, day: daysInMonth({ year, month }) })
}
