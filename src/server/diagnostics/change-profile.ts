import type { Payload, TypedUser } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

/**
 * Says anew what an open diagnostic knows of the organisation, by the person's own rights. Answers stay as they are: those
 * of criteria that no longer apply leave the counts and come back with the profile. Figures are computed from the rows
 * whenever a page is drawn, so there is nothing to bring up to date. Throws FORBIDDEN without the right, INVALID_INPUT for
 * what the référentiel doesn't know, DIAGNOSTIC_LOCKED where it is not open.
 */
export const changeProfile = async (
  { payload, user, scope }: { readonly payload: Payload; readonly user: TypedUser; readonly scope: Scope },
  { diagnostic, profile }: { readonly diagnostic: string; readonly profile: Readonly<Record<string, readonly string[]>> },
): Promise<void> => {
  requireRight(scope, 'diagnostic:manage')
  await inTransaction({ payload, user }, async (req) => {
    const open = await payload.find({
      collection: 'diagnostics',
      where: { id: { equals: diagnostic }, organisation: { equals: scope.organisation.id }, state: { equals: 'open' } },
      depth: 0,
      limit: 1,
      overrideAccess: false,
      user,
      req,
    })
    if (open.docs.length === 0) throw new DomainError('DIAGNOSTIC_LOCKED')
    await payload.update({
      collection: 'diagnostics',
      id: diagnostic,
      data: { profile: Object.fromEntries(Object.entries(profile).map(([field, values]) => [field, [...values]])) },
      depth: 0,
      overrideAccess: false,
      user,
      req,
    })
  })
}
