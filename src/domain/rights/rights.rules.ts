/**
 * Who may do what in which organisation (domain.md §4 and §4.1).
 * It decides rights from facts about a person; it does not load those facts (`#server/scope`),
 * nor limit a contributor to themes (that joins with the diagnostic).
 */

export const roles = ['admin', 'contributor', 'reader'] as const
export type Role = (typeof roles)[number]

export const staffKinds = ['none', 'cress', 'admin'] as const
export type Staff = (typeof staffKinds)[number]

export const rights = [
  'organisation:read',
  'organisation:write',
  'team:read',
  'team:manage',
  'content:read',
  'content:write',
  'diagnostic:manage',
  'journal:read',
] as const
export type Right = (typeof rights)[number]

/** A contributor may be limited to branches of a référentiel: its id and the code of the branch's node. */
export type ThemeLimit = { readonly referentiel: string; readonly node: string }

export type Membership = {
  readonly organisation: string
  readonly role: Role
  readonly themeLimits: readonly ThemeLimit[]
}

/** What a consultant may do for an organisation, within the mandate's dates. */
export type Mandate = { readonly id: string; readonly organisation: string; readonly onBehalfOf: string }

/** The facts about a signed-in person that rights follow from. */
export type Actor = {
  readonly user: string
  readonly staff: Staff
  readonly memberships: readonly Membership[]
  readonly mandates: readonly Mandate[]
  /** Networks whose head this person is. */
  readonly networks: readonly string[]
}

const rightsOfRole: Record<Role, readonly Right[]> = {
  admin: rights,
  contributor: ['organisation:read', 'team:read', 'content:read', 'content:write'],
  reader: ['organisation:read', 'team:read', 'content:read'],
}

const rightsOfMandate: readonly Right[] = ['organisation:read', 'content:read', 'content:write']

/**
 * Platform administrators manage accounts, never contents: they enter an organisation's contents only by
 * an access that the organisation accepted (domain.md §4.1).
 */
const rightsOfPlatform: readonly Right[] = ['organisation:read', 'organisation:write', 'team:read', 'team:manage']

/** The organisations in which the actor has the right: all of them, or these ids (perhaps none). */
export const organisationsWith = (actor: Actor | null, right: Right): 'all' | readonly string[] => {
  if (!actor) return []
  if (actor.staff === 'admin' && rightsOfPlatform.includes(right)) return 'all'
  const byMembership = actor.memberships
    .filter(({ role }) => rightsOfRole[role].includes(right))
    .map(({ organisation }) => organisation)
  const byMandate = rightsOfMandate.includes(right) ? actor.mandates.map(({ organisation }) => organisation) : []
  return [...new Set([...byMembership, ...byMandate])]
}

/** Has the actor the right in that organisation? */
export const hasRight = (actor: Actor | null, right: Right, organisation: string): boolean => {
  const organisations = organisationsWith(actor, right)
  return organisations === 'all' || organisations.includes(organisation)
}

/** Every right of the actor in one organisation, for the screens of that organisation. */
export const rightsIn = (actor: Actor | null, organisation: string): ReadonlySet<Right> =>
  new Set(rights.filter((right) => hasRight(actor, right, organisation)))

/** Platform administrators: the only ones who manage users, networks and subscriptions in the admin. */
export const isPlatformAdmin = (actor: Actor | null): boolean => actor?.staff === 'admin'

/** People who may open the admin. */
export const isStaff = (actor: Actor | null): boolean => actor !== null && actor.staff !== 'none'

/**
 * May this membership be removed or lose the role of administrator? The last administrator can't leave:
 * nobody could then invite, validate or close the account (domain.md §4.1, invariants).
 */
export const leavesAnAdministrator = ({
  administrators,
  leaving,
}: {
  readonly administrators: readonly string[]
  readonly leaving: string
}): boolean => administrators.some((membership) => membership !== leaving)
