/**
 * The discovery offer's dates (domain.md R13): when it ends and when people are told.
 * What it costs, and what follows it, is data (price lists) or another rule (`subscription-state`).
 */
import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import { addDays, addMonths } from '#domain/calendar/calendar-date.ts'

const trialMonths = 3

/** The last day of an offer that starts on this day: three calendar months later, at the end of that day. */
export const trialEnd = (start: CalendarDate): CalendarDate => addMonths(start, trialMonths)

export const reminderDelays = [30, 7, 1] as const
export type ReminderDelay = (typeof reminderDelays)[number]

export type Reminder = { readonly daysBefore: ReminderDelay; readonly on: CalendarDate }

/** When the administrators are told that the end comes near, the earliest first. */
export const remindersOf = (end: CalendarDate): readonly Reminder[] =>
  reminderDelays.map((daysBefore) => ({ daysBefore, on: addDays(end, -daysBefore) }))
