import { calendarDate } from '#domain/calendar/calendar-date.ts'
import { daysLeft, subscriptionState } from '#domain/subscription/subscription-state.rules.ts'
import type { ScopeOrganisation } from '#server/scope/scope.queries.ts'
import { spaceTexts } from '#texts/espace.ts'
import { frDate } from '#texts/dates.ts'
import { Note } from '#ui/feedback/note.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

const texts = spaceTexts.subscription

/** How long the subscription runs: always said of a trial, of others when the end comes near or has passed. */
export function SubscriptionNotice({
  organisation: { subscription, timeZone },
  now,
}: {
  readonly organisation: ScopeOrganisation
  readonly now: Date
}) {
  if (subscription === null) {
    return (
      <Note tone="attention" icon="lock-simple">
        <p>{texts.none}</p>
      </Note>
    )
  }
  const isTrial = subscription.formula === 'discovery'
  const moment = { end: calendarDate(subscription.end), now, timeZone }
  const state = subscriptionState(moment)
  const end = frDate(subscription.end)
  if (state === 'expired') {
    return (
      <Note tone="attention" icon="lock-simple" title={isTrial ? texts.trialOver(end) : texts.over(end)}>
        <p>
          {texts.readOnly} <AppLink href="/#tarifs">{texts.seePrices}</AppLink>
        </p>
      </Note>
    )
  }
  if (!isTrial && state === 'active') return null
  return (
    <Note tone={state === 'ending' ? 'attention' : 'info'} icon="calendar-blank">
      <p>
        {isTrial ? texts.trial(end) : texts.running(end)} {texts.daysLeft(daysLeft(moment))}
        {state === 'ending' ? (
          <>
            {' '}
            <AppLink href="/#tarifs">{texts.seePrices}</AppLink>
          </>
        ) : null}
      </p>
    </Note>
  )
}
