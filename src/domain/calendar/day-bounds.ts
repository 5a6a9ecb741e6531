import type { CalendarDate } from './calendar-date.ts'
import { addDays, calendarDateIn, partsOf } from './calendar-date.ts'

/** Where the platform lives, and what an organisation has unless it says otherwise. */
export const defaultTimeZone = 'Europe/Paris'

/** No place is further than 14 hours from UTC, in either direction, nor changes its clock by more than a day. */
const widest = 40 * 3600

/**
 * The first instant of a day in a time zone.
 *
 * Found by halving: the first second at which that zone's calendar shows the day (or a later one, for a day
 * that the zone skipped). So no offset is computed, and a change of clock at midnight needs no case of its own.
 * @throws RangeError for an unknown time zone
 */
export const startOfDay = (date: CalendarDate, timeZone: string = defaultTimeZone): Date => {
  const { year, month, day } = partsOf(date)
  const midnight = Date.UTC(year, month - 1, day) / 1000
  let before = midnight - widest
  let reached = midnight + widest
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2)
    if (calendarDateIn(new Date(middle * 1000), timeZone) >= date) reached = middle
    else before = middle
  }
  return new Date(reached * 1000)
}

/**
 * The instant at which a day is over in a time zone, which is the first one of the next day: what ends « on
 * the 3rd, end of day » still holds while `now < endOfDay(the 3rd)`.
 * @throws RangeError for an unknown time zone
 */
export const endOfDay = (date: CalendarDate, timeZone: string = defaultTimeZone): Date =>
  startOfDay(addDays(date, 1), timeZone)
