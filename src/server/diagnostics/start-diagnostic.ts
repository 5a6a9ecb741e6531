import type { Payload, TypedUser } from 'payload'
import { z } from 'zod'

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
 * FORBIDDEN without the right; ALREADY_OPEN when one is open already for that référentiel and perimeter.
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
    throw isTaken(error) ? new DomainError('ALREADY_OPEN', {}, { cause: error }) : error
  })
}

/** Payload's telling of a unique key: a field's mistake without the database's code; that it names a table is its mark. */
const uniqueViolation = z.object({ data: z.object({ errors: z.array(z.object({ tableName: z.string() })).min(1) }) })

/** Two tabs, or two people, started the same at once, and the database decided. */
const isTaken = (error: unknown): boolean => uniqueViolation.safeParse(error).success
