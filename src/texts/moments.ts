/**
 * Instants and deadlines as read in French (look.md §8): times, « mardi 17 novembre à 14:00 », « hier à 17:05 »,
 * « décembre 2026 ». An instant is read in the organisation's time zone, Europe/Paris unless said, never in the machine's.
 */
import { frDate } from './dates.ts'

const wide = '\u00a0'
const parisTime = 'Europe/Paris'
const months = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre',
  'décembre',
] as const
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const
const millisecondsPerDay = 86_400_000

type Zone = { readonly timeZone?: string }
type DateTimeOptions = Zone & {
  /** « mardi » before the day. */
  readonly weekday?: boolean
  /** Without the year when `false`. */
  readonly year?: boolean
}

/** « 14:32 », « 9:05 ». */
export const frTime = (instant: Date, { timeZone = parisTime }: Zone = {}): string => {
  const { hour, minute } = read(instant, timeZone)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** « 3 novembre 2026 à 17:34 »; with a weekday and without the year, « mardi 17 novembre à 14:00 ». */
export const frDateTime = (instant: Date, options: DateTimeOptions = {}): string => {
  const { timeZone = parisTime, weekday = false, year = true } = options
  const reading = read(instant, timeZone)
  const day = frDate(reading.date)
  const name = weekday ? `${weekdayOf(reading.dayNumber)} ` : ''
  return `${name}${year ? day : day.replace(/ \d+$/, '')} à${wide}${frTime(instant, { timeZone })}`
}

/** A deadline by month: « décembre 2026 », `narrow` « 12 / 2026 »; without a month « 2026 ». Months count from 1. */
export const frMonth = (
  { year, month }: { readonly year: number; readonly month?: number | null },
  { narrow = false }: { readonly narrow?: boolean } = {},
): string => {
  if (!month) return String(year)
  return narrow ? `${month}${wide}/${wide}${year}` : `${months[month - 1] ?? ''} ${year}`
}

/**
 * An instant as one says it within a week: « aujourd’hui à 14:32 », « hier à 17:05 », « mardi à 10:42 »,
 * « demain à 9:00 », « mardi prochain à 14:00 »; beyond, « le 5 novembre 2026 ».
 */
export const frRelative = (instant: Date, now: Date, { timeZone = parisTime }: Zone = {}): string => {
  const { date, dayNumber } = read(instant, timeZone)
  const distance = dayNumber - read(now, timeZone).dayNumber
  const time = `à${wide}${frTime(instant, { timeZone })}`
  if (distance === 0) return `aujourd’hui ${time}`
  if (distance === -1) return `hier ${time}`
  if (distance === 1) return `demain ${time}`
  if (distance > -7 && distance < 0) return `${weekdayOf(dayNumber)} ${time}`
  if (distance > 0 && distance < 7) return `${weekdayOf(dayNumber)} prochain ${time}`
  return `le ${frDate(date)}`
}

type Reading = {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Days since 1970-01-01. */
  readonly dayNumber: number
  readonly hour: number
  readonly minute: number
}

function read(instant: Date, timeZone: string): Reading {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone, hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: 'numeric', minute: 'numeric',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  return {
    date,
    dayNumber: Math.floor(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay),
    hour: Number(part('hour')),
    minute: Number(part('minute')),
  }
}

function weekdayOf(dayNumber: number): string {
  // 1970-01-01 was a Thursday.
  return weekdays[(((dayNumber + 4) % 7) + 7) % 7] ?? ''
}
