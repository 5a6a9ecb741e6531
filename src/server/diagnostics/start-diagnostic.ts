import type { Payload, TypedUser } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

export type NewCampaign = {
  readonly label: string
  readonly startOn: string
  readonly endOn: string
  readonly assemblyOn: string | null
  /** The campaign that it follows. */
  readonly previous: string | null
}

export type NewDiagnostic = {
  readonly campaign: { readonly existing: string } | { readonly created: NewCampaign }
  readonly revision: string
  readonly subset: string | null
  readonly establishment: string | null
  readonly scopeLabel: string
  readonly profile: Readonly<Record<string, readonly string[]>>
}

/**
 * Starts a diagnostic, in a campaign that runs or in a new one, by the person's own rights. Answers its id. Throws
 * FORBIDDEN without the right; IN_USE when one is open already for that référentiel and perimeter.
 */
export const startDiagnostic = async (
  { payload, user, scope }: { readonly payload: Payload; readonly user: TypedUser; readonly scope: Scope },
  { campaign, revision, subset, establishment, scopeLabel, profile }: NewDiagnostic,
): Promise<string> => {
  requireRight(scope, 'diagnostic:manage')
  const organisation = scope.organisation.id
  return inTransaction({ payload, user }, async (req) => {
    const campaignId =
      'existing' in campaign
        ? campaign.existing
        : (
            await payload.create({
              collection: 'campaigns',
              data: { ...campaign.created, organisation, state: 'running' },
              overrideAccess: false,
              user,
              req,
            })
          ).id
    const created = await payload.create({
      collection: 'diagnostics',
      data: {
        organisation,
        campaign: campaignId,
        revision,
        referentiel: '',
        subset,
        establishment,
        scopeLabel,
        profile: Object.fromEntries(Object.entries(profile).map(([field, values]) => [field, [...values]])),
        state: 'open',
      },
      overrideAccess: false,
      user,
      req,
    })
    return String(created.id)
  }).catch((error: unknown) => {
    throw isTaken(error) ? new DomainError('IN_USE', {}, { cause: error }) : error
  })
}

/** The database's own word: two people started the same at once. */
const isTaken = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === '23505') return true
  }
  return false
}
