/** Days as read in French (look.md §8): « 3 novembre 2026 », « 1er décembre 2026 ». */
import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import { calendarDate, calendarDateIn, partsOf } from '#domain/calendar/calendar-date.ts'

const months = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre',
  'décembre',
] as const

/**
 * A day of the calendar, written `YYYY-MM-DD`.
 * @throws RangeError for a day that doesn't exist
 */
export const frDate = (date: CalendarDate | string): string => {
  const { year, month, day } = partsOf(calendarDate(date))
  return `${day === 1 ? '1er' : day}\u00a0${months[month - 1] ?? ''} ${year}`
}

/** The day that the calendar of a time zone shows at an instant. */
export const frDayOf = (instant: Date, timeZone: string): string => frDate(calendarDateIn(instant, timeZone))
