import { calendarDateIn } from '#domain/calendar/calendar-date.ts'
import { SpaceFrame } from '#features/espace/exports.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { frInSentence } from '#texts/typography.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { Button } from '#ui/actions/button.tsx'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { EmptyState } from '#ui/feedback/empty-state.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { RadioSet } from '#ui/form/check-box.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'

import type { EstablishmentChoice } from './campaigns.queries.ts'
import { listCampaigns, listEstablishments, organisationFacts } from './campaigns.queries.ts'
import { listDiagnostics } from './diagnostic.queries.ts'
import type { DiagnosticSummary } from './diagnostic.queries.ts'
import styles from './diagnostic.module.css'
import type { Offer } from './offers.ts'
import { listOffers } from './offers.ts'
import { prefilledProfile, profileFieldViews } from './profile-fields.ts'
import { StartForm } from './start-form.tsx'
import { withTitles } from './titles.ts'
import { lockOf } from './write-access.ts'

const texts = diagnosticTexts.create

/** What an address may carry of the first step: which référentiel, for whom. */
export type StartChoice = { readonly referentiel: string | null; readonly perimeter: string | null }

/** Starts a diagnostic in two steps: référentiel and perimeter, then campaign and profile. */
export async function StartScreen({ scope, choice }: { readonly scope: Scope; readonly choice: StartChoice }) {
  const home = `/espace/${scope.organisation.number}`
  const lock = lockOf(scope, { state: 'open' }, new Date())
  if (!scope.rights.has('diagnostic:manage') || lock !== null) {
    return (
      <SpaceFrame scope={scope} current="diagnostic">
        <PageHead title={texts.title} />
        <EmptyState
          title={texts.notAllowedTitle}
          headingLevel={2}
          actions={<LinkButton href={`${home}/diagnostic`}>{diagnosticTexts.switcher.all}</LinkButton>}
        >
          {lock === null || lock === 'reader' ? texts.notAllowed : diagnosticTexts.locked[lock]}
        </EmptyState>
      </SpaceFrame>
    )
  }
  const database = (await payloadInstance()).db.drizzle
  const [offers, establishments, diagnostics] = await Promise.all([
    listOffers(scope, database),
    listEstablishments(scope, database),
    listDiagnostics(scope, database).then((listed) => withTitles(database, listed)),
  ])
  const offer = offers.find(({ key }) => key === choice.referentiel)
  const establishment = establishments.find(({ id }) => id === choice.perimeter) ?? null
  return (
    <SpaceFrame scope={scope} current="diagnostic">
      {offer === undefined ? (
        <ChooseStep {...{ offers, establishments, diagnostics }} />
      ) : (
        <DescribeStep {...{ scope, home, offer, establishment, diagnostics }} />
      )}
    </SpaceFrame>
  )
}

/**
 * What is chosen at first: what the organisation answered last, which it most often takes up again; while that is open, the
 * first that is not. Before the first diagnostic nothing is chosen for it.
 */
function ChooseStep({ offers, establishments, diagnostics }: {
  readonly offers: readonly Offer[]
  readonly establishments: readonly EstablishmentChoice[]
  readonly diagnostics: readonly DiagnosticSummary[]
}) {
  const { choose } = texts
  const latest = diagnostics.at(0)
  // The whole organisation is the perimeter that is chosen at first.
  const open = new Set(diagnostics.filter(({ state, establishment }) => state === 'open' && establishment === null).map(({ referentiel }) => referentiel))
  const free = offers.filter(({ referentiel }) => !open.has(referentiel))
  const again = free.find(({ referentiel, subset }) => referentiel === latest?.referentiel && subset === latest.subset)
  const first = again ?? (latest === undefined ? undefined : free[0])
  return (
    <>
      <PageHead title={texts.title} lead={choose.lead} />
      {offers.length === 0 ? (
        <Note><p>{choose.none}. {choose.noneText}</p></Note>
      ) : (
        <form method="get" className={styles.form}>
          <RadioSet
            legend={choose.referentiel}
            name="referentiel"
            required
            {...(first && { defaultValue: first.key })}
            options={offers.map(({ key, title, version, compiled, referentiel }) => ({
              value: key,
              label: title,
              hint: `${choose.criteria(compiled.criteria.length)}, ${choose.version(version)}${open.has(referentiel) ? choose.isOpen : ''}`,
            }))}
          />
          {establishments.length === 0 ? null : (
            <RadioSet
              legend={choose.perimeter}
              name="perimetre"
              defaultValue=""
              options={[
                { value: '', label: diagnosticTexts.wholeOrganisation },
                ...establishments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <div><Button type="submit" variant="primary" iconAfter="arrow-right">{choose.continue}</Button></div>
        </form>
      )}
    </>
  )
}

/** « Démarche 2026 », or that of the first year without one. */
const freeLabel = (year: number, campaigns: readonly { readonly label: string }[]): string => {
  const label = texts.labelDefault(year)
  return campaigns.some((each) => each.label === label) ? freeLabel(year + 1, campaigns) : label
}

async function DescribeStep({ scope, home, offer, establishment, diagnostics }: {
  readonly scope: Scope
  readonly home: string
  readonly offer: Offer
  readonly establishment: EstablishmentChoice | null
  readonly diagnostics: readonly DiagnosticSummary[]
}) {
  const perimeter = establishment?.name ?? diagnosticTexts.wholeOrganisation
  const open = diagnostics.find(
    (each) => each.state === 'open' && each.referentiel === offer.referentiel && each.establishment === (establishment?.id ?? null),
  )
  const change = <LinkButton variant="quiet" icon="arrow-left" href={`${home}/diagnostic/nouveau`}>{texts.change}</LinkButton>
  if (open !== undefined) {
    return (
      <>
        <PageHead title={texts.title} lead={texts.lead(offer.title, perimeter)} />
        <EmptyState
          title={texts.openTitle}
          headingLevel={2}
          actions={
            <>
              <LinkButton variant="primary" iconAfter="arrow-right" href={`${home}/diagnostic/${open.id}`}>{texts.resume}</LinkButton>
              {open.subset === offer.subset ? null : <LinkButton href={`${home}/diagnostic/${open.id}/etendue`}>{texts.changeSubset}</LinkButton>}
              {change}
            </>
          }
        >
          {texts.open(open.title, frInSentence(open.scopeLabel), open.campaign.label)}
          {open.subset === offer.subset ? null : ` ${texts.otherSubset(offer.title)}`}
        </EmptyState>
      </>
    )
  }
  const database = (await payloadInstance()).db.drizzle
  const [campaigns, facts] = await Promise.all([listCampaigns(scope, database), organisationFacts(scope, database)])
  const today = calendarDateIn(new Date(), scope.organisation.timeZone)
  const year = Number(today.slice(0, 4))
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead(offer.title, perimeter)} />
      {offer.compiled.banner === null ? null : <div className={styles.form}><Note><p>{offer.compiled.banner}</p></Note></div>}
      <StartForm
        space={String(scope.organisation.number)}
        referentiel={offer.key}
        establishment={establishment?.id ?? ''}
        running={campaigns.filter(({ state }) => state === 'preparation' || state === 'running').map(({ id, label }) => ({ id, label }))}
        campaigns={campaigns.map(({ id, label }) => ({ id, label }))}
        defaults={{ label: freeLabel(year, campaigns), startOn: today, endOn: `${year}-12-31` > today ? `${year}-12-31` : `${year + 1}-12-31` }}
        profile={profileFieldViews(offer.compiled, prefilledProfile(offer.compiled, { establishment, facts }))}
      />
      <div>{change}</div>
    </>
  )
}
