import type { Payload, TypedUser } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import type { Actor, Right } from '#domain/rights/rights.rules.ts'
import { rightsIn } from '#domain/rights/rights.rules.ts'

import { loadActor } from './actor.queries.ts'
import { findOrganisation } from './scope.queries.ts'
import type { ScopeOrganisation } from './scope.queries.ts'

/** Who asks, for which organisation: the first argument of every query of the front office. */
export type Scope = {
  readonly actor: Actor
  readonly person: { readonly id: string; readonly email: string; readonly fullName: string; readonly firstName: string }
  readonly organisation: ScopeOrganisation
  readonly rights: ReadonlySet<Right>
  /** Set while a consultant works under a mandate. */
  readonly onBehalfOf: string | null
}

/**
 * The scope of a signed-in person in the organisation with this number, or null when they have no right
 * there: an organisation that exists and one that doesn't give the same answer.
 */
export const scopeFor = async (
  { payload, user }: { readonly payload: Payload; readonly user: TypedUser },
  organisationNumber: number,
): Promise<Scope | null> => {
  const database = payload.db.drizzle
  const [actor, organisation] = await Promise.all([
    loadActor(database, String(user.id)),
    findOrganisation(database, organisationNumber),
  ])
  if (actor === null || organisation === null) return null
  // The platform's administrators work in the admin: they enter no organisation's space by their office.
  const rights = rightsIn({ ...actor, staff: 'none' }, organisation.id)
  if (!rights.has('organisation:read')) return null
  const isMember = actor.memberships.some((membership) => membership.organisation === organisation.id)
  const mandate = actor.mandates.find((candidate) => candidate.organisation === organisation.id)
  return {
    actor,
    person: {
      id: String(user.id),
      email: user.email,
      firstName: user.firstName,
      fullName: `${user.firstName} ${user.lastName}`,
    },
    organisation,
    rights,
    onBehalfOf: isMember ? null : (mandate?.onBehalfOf ?? null),
  }
}

/** Throws FORBIDDEN unless the scope has the right. */
export const requireRight = (scope: Scope, right: Right): void => {
  if (!scope.rights.has(right)) throw new DomainError('FORBIDDEN')
}
