/**
 * Where a subscription stands at an instant, and what that allows (domain.md R13, R16).
 * Nothing is ever deleted at the end of one: the organisation reads and exports.
 */
import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import { calendarDateIn, daysBetween } from '#domain/calendar/calendar-date.ts'
import { defaultTimeZone } from '#domain/calendar/day-bounds.ts'

import { reminderDelays } from './trial.rules.ts'

export const subscriptionStates = ['active', 'ending', 'expired'] as const
export type SubscriptionState = (typeof subscriptionStates)[number]

const longestNotice = Math.max(...reminderDelays)

export type SubscriptionMoment = {
  /** The last day, which belongs to the subscription until its end. */
  readonly end: CalendarDate
  readonly now: Date
  readonly timeZone?: string
}

/** Days that remain after today, 0 on the last day, negative afterwards. */
export const daysLeft = ({ end, now, timeZone = defaultTimeZone }: SubscriptionMoment): number =>
  daysBetween(calendarDateIn(now, timeZone), end)

/** `ending` starts with the first reminder, 30 days before the end. */
export const subscriptionState = (moment: SubscriptionMoment): SubscriptionState => {
  const left = daysLeft(moment)
  if (left < 0) return 'expired'
  return left <= longestNotice ? 'ending' : 'active'
}

/** An expired subscription leaves reading and exports. */
export const isReadOnly = (state: SubscriptionState): boolean => state === 'expired'

/**
 * May the organisation's people change its data now? Reading, exporting, leaving, taking somebody's access away and one's
 * own account stay possible for ever. Without a subscription (`end` null) an organisation has not begun yet: it reads.
 */
export const isOpenForWriting = ({ end, ...moment }: Omit<SubscriptionMoment, 'end'> & { readonly end: CalendarDate | null }): boolean =>
  end !== null && !isReadOnly(subscriptionState({ end, ...moment }))
