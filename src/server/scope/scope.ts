import { DomainError } from '#domain/domain-error.ts'
import type { Right } from '#domain/rights/rights.rules.ts'
import { rightsIn } from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'

import type { Caller } from './actor.queries.ts'
import { findOrganisation } from './scope.queries.ts'
import type { ScopeOrganisation } from './scope.queries.ts'

/** Who asks, for which organisation: the first argument of every query of the front office. */
export type Scope = Caller & {
  readonly organisation: ScopeOrganisation
  readonly rights: ReadonlySet<Right>
  /** Set while a consultant works under a mandate. */
  readonly onBehalfOf: string | null
}

/**
 * The scope of a signed-in person in the organisation with this number, or null when they have no right
 * there: an organisation that exists and one that doesn't give the same answer.
 */
export const scopeFor = async (database: Database, caller: Caller, organisationNumber: number): Promise<Scope | null> => {
  const { actor } = caller
  const organisation = await findOrganisation(database, organisationNumber)
  if (organisation === null) return null
  // The platform's administrators work in the admin: they enter no organisation's space by their office.
  const rights = rightsIn({ ...actor, staff: 'none' }, organisation.id)
  if (!rights.has('organisation:read')) return null
  const isMember = actor.memberships.some((membership) => membership.organisation === organisation.id)
  const mandate = actor.mandates.find((candidate) => candidate.organisation === organisation.id)
  return {
    ...caller,
    organisation,
    rights,
    onBehalfOf: isMember ? null : (mandate?.onBehalfOf ?? null),
  }
}

/** Throws FORBIDDEN unless the scope has the right. */
export const requireRight = (scope: Scope, right: Right): void => {
  if (!scope.rights.has(right)) throw new DomainError('FORBIDDEN')
}
