'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { plausibleDaySchema } from '#domain/calendar/calendar-date.ts'
import { DomainError } from '#domain/domain-error.ts'
import type { FormState } from '#features/forms/form-state.ts'
import { readForm, refused, typedValues } from '#features/forms/form-state.ts'
import { startDiagnostic } from '#server/diagnostics/start-diagnostic.ts'
import type { NewCampaign } from '#server/diagnostics/start-diagnostic.ts'
import { payloadInstance } from '#server/payload.ts'
import { enterSpace } from '#server/session/enter-space.ts'
import { currentUser } from '#server/session/session.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import { listCampaigns, listEstablishments } from './campaigns.queries.ts'
import { listDiagnostics } from './diagnostic.queries.ts'
import { newCampaign } from './form-names.ts'
import { listOffers } from './offers.ts'
import { again, readProfile } from './profile/read-profile.ts'
import { lockOf } from './write-access.ts'

const { errors } = diagnosticTexts.create

const day = z.string().transform((value, context) => {
  const parsed = plausibleDaySchema.safeParse(value)
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: errors.day })
  return z.NEVER
})

const startSchema = z.object({
  space: z.string(),
  referentiel: z.string(),
  establishment: z.string(),
  campaign: z.string().min(1, errors.campaign),
})

const campaignSchema = z
  .object({
    label: z.string().trim().min(1, errors.label).max(200, errors.label),
    startOn: day,
    endOn: day,
    assemblyOn: z.union([z.literal('').transform(() => null), day]),
    previous: z.string().optional(),
  })
  .refine(({ startOn, endOn }) => startOn < endOn, { path: ['endOn'], error: errors.order })
  .refine(({ startOn, assemblyOn }) => assemblyOn === null || startOn <= assemblyOn, { path: ['assemblyOn'], error: errors.assembly })

type Chosen = { readonly campaign: string; readonly created: { readonly label: string } | undefined; readonly campaigns: readonly { readonly id: string; readonly label: string }[] }

/** What is wrong with the campaign that was chosen, or made: one that is not there, or a second one of a name. */
const wrongCampaign = ({ campaign, created, campaigns }: Chosen): FormState['errors'] | null => {
  if (created === undefined) return campaigns.some(({ id }) => id === campaign) ? null : { campaign: errors.campaign }
  return campaigns.some(({ label }) => label.trim() === created.label) ? { label: errors.labelTaken } : null
}

/** Starts a diagnostic and goes to it. */
export const startDiagnosticAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(startSchema, data)
  if (!form.ok) return again(form.state, data)
  const { space, referentiel, establishment, campaign } = form.value
  const scope = await enterSpace(space)
  const user = await currentUser()
  if (user === null) redirect('/connexion')
  const payload = await payloadInstance()
  const database = payload.db.drizzle
  const lock = lockOf(scope, { state: 'open' }, new Date())
  if (lock !== null) return again(refused(data, new DomainError(lock === 'subscription' ? 'SUBSCRIPTION_ENDED' : 'FORBIDDEN')), data)

  const [offers, establishments, campaigns] = await Promise.all([
    listOffers(scope, database),
    listEstablishments(scope, database),
    listCampaigns(scope, database),
  ])
  const offer = offers.find(({ key }) => key === referentiel)
  const place = establishments.find(({ id }) => id === establishment)
  if (offer === undefined || (establishment !== '' && place === undefined)) return again(refused(data, new DomainError('NOT_FOUND')), data)

  const { profile, errors: profileErrors } = readProfile(offer.compiled.profileFields, data)
  const created = campaign === newCampaign ? readForm(campaignSchema, data) : null
  if (created?.ok === false || Object.keys(profileErrors).length > 0) {
    const state = created?.ok === false ? created.state : refused(data, new DomainError('INVALID_INPUT'))
    return again({ status: 'refused', values: state.values, errors: { ...(created?.ok === false ? state.errors : {}), ...profileErrors } }, data)
  }
  const wrong = wrongCampaign({ campaign, created: created?.value, campaigns })
  if (wrong !== null) return again({ status: 'refused', values: typedValues(data), errors: wrong }, data)
  const outcome = await startDiagnostic(
    { payload, user, scope },
    {
      campaign: created === null ? { existing: campaign } : { created: withPrevious(created.value, campaigns.map(({ id }) => id)) },
      revision: offer.revision,
      subset: offer.subset,
      establishment: place?.id ?? null,
      scopeLabel: place?.name ?? diagnosticTexts.wholeOrganisation,
      profile,
    },
  ).then(
    (id) => ({ id }),
    (error: unknown) => refused(data, error),
  )
  if ('id' in outcome) redirect(`/espace/${scope.organisation.number}/diagnostic/${outcome.id}`)
  // Another tab, or somebody else, started it a moment ago: the page says so, and what was typed here was not taken.
  const open = (await listDiagnostics(scope, database)).find(
    (each) => each.state === 'open' && each.referentiel === offer.referentiel && each.establishment === (place?.id ?? null),
  )
  if (open !== undefined) {
    const asked = new URLSearchParams({ referentiel, perimetre: place?.id ?? '' })
    redirect(`/espace/${scope.organisation.number}/diagnostic/nouveau?${asked}`)
  }
  return again(outcome, data)
}

const withPrevious = (
  { previous, ...campaign }: Omit<NewCampaign, 'previous'> & { readonly previous?: string | undefined },
  known: readonly string[],
): NewCampaign => ({ ...campaign, previous: known.find((id) => id === previous) ?? null })
