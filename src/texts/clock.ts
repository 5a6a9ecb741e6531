/** Times of day for the browser: `moments.ts` reads dates through the domain's checks, which a page need not load. */

/** « 14:32 », « 9:05 », in a time zone. */
export const frClock = (instant: string, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' })
    .formatToParts(new Date(instant))
  const part = (type: 'hour' | 'minute') => parts.find((each) => each.type === type)?.value ?? ''
  return `${Number(part('hour'))}:${part('minute')}`
}
