/**
 * Days of the calendar, without a time: what a due date, a subscription's end or a mandate's start is.
 * Decides which days exist and how days and months are counted; knows nothing of instants except which day
 * a time zone's calendar shows at one.
 */
import { z } from 'zod'

declare const brand: unique symbol

/** A day that exists, written `YYYY-MM-DD`: two of them compare as their strings do. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

export type CalendarParts = { readonly year: number; readonly month: number; readonly day: number }

const written = /^([1-9]\d{3})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** How many days a month (1–12) has. */
export const daysInMonth = ({ year, month }: { readonly year: number; readonly month: number }): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

const exists = ({ year, month, day }: CalendarParts): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth({ year, month })

/** True for a day that exists, from 1000-01-01 to 9999-12-31. */
export const isCalendarDate = (value: string): value is CalendarDate => {
  const [, year, month, day] = written.exec(value) ?? []
  return exists({ year: Number(year), month: Number(month), day: Number(day) })
}

/** Its only issue has the message CALENDAR_DATE; the sentence is in the texts. */
export const calendarDateSchema = z.string().refine(isCalendarDate, 'CALENDAR_DATE')

/** A day of the platform's time: its cycles neither began before 2000 nor are planned beyond 2100. */
export const plausibleDaySchema = calendarDateSchema.refine((day) => day >= '2000-01-01' && day <= '2100-12-31', 'CALENDAR_DATE')

/** @throws RangeError for a day that doesn't exist: a mistake of the program, since input passes the schema. */
export const calendarDate = (value: string): CalendarDate => {
  if (!isCalendarDate(value)) throw new RangeError(`"${value}" is not a day of the calendar.`)
  return value
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** @throws RangeError for a day that doesn't exist */
export const calendarDateOf = ({ year, month, day }: CalendarParts): CalendarDate =>
  calendarDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`)

export const partsOf = (date: CalendarDate): CalendarParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}

/**
 * The day that the calendar of a time zone shows at an instant.
 * @throws RangeError for an unknown time zone
 */
export const calendarDateIn = (instant: Date, timeZone: string): CalendarDate => {
  const parts = formatOf(timeZone).formatToParts(instant)
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value)
  return calendarDateOf({ year: number('year'), month: number('month'), day: number('day') })
}

const dayNumber = (date: CalendarDate): number => {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / millisecondsPerDay
}

/** Days from one day to another; negative when the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)

/** @throws RangeError outside the years 1000 to 9999 */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  calendarDate(new Date((dayNumber(date) + days) * millisecondsPerDay).toISOString().slice(0, 10))

/**
 * The same day some months later (or earlier), or the last day of that month when it has no such day:
 * 30 November + 3 months is 28 or 29 February (domain.md R13).
 * @throws RangeError outside the years 1000 to 9999
 */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return calendarDateOf({ ...target, day: Math.min(day, daysInMonth(target)) })
}
