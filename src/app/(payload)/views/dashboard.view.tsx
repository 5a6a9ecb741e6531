import type { AdminViewServerProps } from 'payload'

import { addDays, calendarDateIn } from '#domain/calendar/calendar-date.ts'
import { defaultTimeZone } from '#domain/calendar/day-bounds.ts'
import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'
import {
  countOrganisations,
  endingOffers,
  latestJournal,
  platformFiguresOf,
} from '#features/administration/administration.queries.ts'
import { DashboardScreen } from '#features/administration/dashboard.screen.tsx'
import { databaseOf } from '#server/database/database-of.ts'

import { enterView } from './enter-view.ts'

/** Days within which the end of a discovery offer is shown. */
const endingWithin = 30
const journalLines = 10

/** `/admin`: Payload puts its own frame around it. */
export async function DashboardView({ initPageResult: { req } }: AdminViewServerProps) {
  const actor = await enterView(req, '/admin')
  const database = await databaseOf(req)
  const now = new Date()
  const today = calendarDateIn(now, defaultTimeZone)
  const [organisations, platform, endings, journal] = await Promise.all([
    countOrganisations(actor, database),
    isPlatformAdmin(actor) ? platformFiguresOf(actor, database) : null,
    endingOffers(actor, database, { from: today, to: addDays(today, endingWithin) }),
    latestJournal(actor, database, { limit: journalLines }),
  ])
  return (
    <DashboardScreen
      actor={actor}
      firstName={req.user?.firstName ?? ''}
      facts={{ organisations, platform, endings, journal }}
      now={now}
    />
  )
}
