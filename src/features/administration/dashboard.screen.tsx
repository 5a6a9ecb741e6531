import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import { calendarDate } from '#domain/calendar/calendar-date.ts'
import type { Actor } from '#domain/rights/rights.rules.ts'
import { isPlatformAdmin } from '#domain/rights/rights.rules.ts'
import { daysLeft } from '#domain/subscription/subscription-state.rules.ts'
import { adminNavTexts, dashboardTexts, journalTexts, momentOf } from '#texts/administration.ts'
import { AppLink } from '#ui/link/app-link.tsx'

import type { EndingOffer, JournalLine, PlatformFigures } from './administration.queries.ts'
import styles from './administration.module.css'

export type DashboardFacts = {
  readonly organisations: number
  /** Null for staff who don't administer the platform. */
  readonly platform: PlatformFigures | null
  readonly endings: { readonly offers: readonly EndingOffer[]; readonly total: number }
  readonly journal: readonly JournalLine[]
}

export type DashboardProps = {
  readonly actor: Actor
  readonly firstName: string
  readonly facts: DashboardFacts
  readonly now: Date
}

/** What the platform's team sees first: who they are, figures, what ends soon, what changed last. */
export function DashboardScreen({ actor, firstName, facts, now }: DashboardProps) {
  const isAdmin = isPlatformAdmin(actor)
  return (
    <main className={styles.page}>
      <header>
        <h1 className={styles.title}>{dashboardTexts.greeting(firstName)}</h1>
        <p className={styles.lead}>{dashboardTexts.signedInAs[isAdmin ? 'admin' : 'cress']}</p>
      </header>
      <Shortcuts isAdmin={isAdmin} />
      <Figures organisations={facts.organisations} platform={facts.platform} />
      {facts.platform === null ? <p className={styles.note}>{dashboardTexts.staffOnly}</p> : null}
      <div className={styles.columns}>
        <Endings {...facts.endings} now={now} />
        <Journal lines={facts.journal} />
      </div>
    </main>
  )
}

function Shortcuts({ isAdmin }: { readonly isAdmin: boolean }) {
  const places = [
    { label: adminNavTexts.studio, href: '/admin/studio' },
    ...(isAdmin
      ? [
          { label: dashboardTexts.createNetwork, href: '/admin/collections/networks/create' },
          { label: dashboardTexts.seeOrganisations, href: '/admin/collections/organisations' },
          { label: dashboardTexts.seeMails, href: '/admin/e-mails' },
          { label: dashboardTexts.openJournal, href: '/admin/collections/audit-entries' },
        ]
      : [{ label: dashboardTexts.myAccount, href: '/admin/account' }]),
  ]
  return (
    <nav aria-label={dashboardTexts.shortcuts}>
      <ul className={styles.shortcuts}>
        {places.map(({ label, href }) => (
          <li key={href}>
            <AppLink className={styles.button} href={href}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Figure = { readonly count: number; readonly noun: { readonly one: string; readonly many: string }; readonly href?: string }

const figuresOf = (organisations: number, platform: PlatformFigures | null): readonly Figure[] => {
  const own = { count: organisations, noun: dashboardTexts.organisations, href: '/admin/collections/organisations' }
  if (platform === null) return [own]
  return [
    own,
    { count: platform.people, noun: dashboardTexts.people, href: '/admin/collections/users' },
    { count: platform.networks, noun: dashboardTexts.networks, href: '/admin/collections/networks' },
    { count: platform.invitations, noun: dashboardTexts.invitations },
    { count: platform.queuedMails, noun: dashboardTexts.queuedMails, href: '/admin/e-mails?etat=queued' },
    // Without a mail server every mail ends there: a figure that only such a platform has.
    ...(platform.outboxMails > 0
      ? [{ count: platform.outboxMails, noun: dashboardTexts.outboxMails, href: '/admin/e-mails?etat=outbox' }]
      : []),
  ]
}

function Figures({ organisations, platform }: Pick<DashboardFacts, 'organisations' | 'platform'>) {
  return (
    <section aria-label={dashboardTexts.figures}>
      <ul className={styles.figures}>
        {figuresOf(organisations, platform).map(({ count, noun, href }) => {
          const words = (
            <>
              <span className={styles.figure}>{dashboardTexts.figure(count)}</span>{' '}
              {count < 2 ? noun.one : noun.many}
            </>
          )
          return (
            <li key={noun.one} className={styles.card}>
              {href === undefined ? words : <AppLink className={styles.cardLink} href={href}>{words}</AppLink>}
            </li>
          )
        })}
      </ul>
      {platform !== null && platform.failedMails > 0 ? (
        <p className={styles.alert}>
          {dashboardTexts.failed(platform.failedMails)}{' '}
          <AppLink href="/admin/e-mails?etat=failed">{dashboardTexts.seeFailed}</AppLink>
        </p>
      ) : null}
    </section>
  )
}

function Endings({ offers, total, now }: DashboardFacts['endings'] & { readonly now: Date }) {
  const left = (end: CalendarDate): number => daysLeft({ end, now })
  return (
    <section aria-labelledby="fins">
      <h2 className={styles.subtitle} id="fins">{dashboardTexts.endings}</h2>
      {offers.length === 0 ? <p className={styles.empty}>{dashboardTexts.noEnding}</p> : (
        <>
          <p className={styles.soft}>{dashboardTexts.endingsLead}</p>
          <ul className={styles.lines}>
            {offers.map(({ id, name, number, end }) => (
              <li key={id}>
                <p className={styles.entry}>
                  <AppLink href={`/admin/collections/organisations/${id}`}>{name}</AppLink>{' '}
                  <span className={styles.soft}>{dashboardTexts.number(number)}</span>
                </p>
                <p className={styles.soft}>
                  <strong>{dashboardTexts.daysLeft(left(calendarDate(end)))}</strong> {dashboardTexts.lastDay(end)}
                </p>
              </li>
            ))}
          </ul>
          {total > offers.length ? (
            <p><AppLink href="/admin/collections/subscriptions">{dashboardTexts.moreEndings(total - offers.length)}</AppLink></p>
          ) : null}
        </>
      )}
    </section>
  )
}

const actorOfLine = ({ by, actor }: JournalLine): string => {
  if (by === 'platform') return journalTexts.platform
  return actor ?? journalTexts.formerPerson
}

function Journal({ lines }: { readonly lines: readonly JournalLine[] }) {
  return (
    <section aria-labelledby="journal">
      <h2 className={styles.subtitle} id="journal">{dashboardTexts.journal}</h2>
      {lines.length === 0 ? <p className={styles.empty}>{dashboardTexts.noEntry}</p> : (
        <ol className={styles.lines}>
          {lines.map((line) => (
            <li key={line.id}>
              <p className={styles.entry}>
                <strong>{actorOfLine(line)}</strong> {journalTexts.sentence(line)}
                {line.organisation !== null && !['organisations', 'subscriptions'].includes(line.collection)
                  ? `, ${journalTexts.in(line.organisation)}`
                  : null}
                {line.onBehalfOf === null ? null : `, ${journalTexts.onBehalfOf(line.onBehalfOf)}`}
              </p>
              <p className={styles.soft}>
                <time dateTime={line.at.toISOString()}>{momentOf(line.at)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
