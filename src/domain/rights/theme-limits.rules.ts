/**
 * May a person write to one criterion of a diagnostic (domain.md §4: a contributor may be limited to branches)?
 * It decides the branch, not the right to write contents at all (`rights.rules.ts`).
 */
import type { Actor } from './rights.rules.ts'

export type Branch = {
  readonly organisation: string
  /** Identity of the référentiel, without its version. */
  readonly referentiel: string
  /** The code of the criterion and of everything above it. */
  readonly lineage: readonly string[]
}

/**
 * True for administrators, for consultants under a mandate, and for contributors without limits or with one that
 * names the criterion or a node above it in this référentiel.
 */
export const isWithinThemeLimits = (actor: Actor, { organisation, referentiel, lineage }: Branch): boolean => {
  if (actor.mandates.some((mandate) => mandate.organisation === organisation)) return true
  return actor.memberships.some(
    (membership) =>
      membership.organisation === organisation &&
      (membership.role === 'admin' ||
        membership.themeLimits.length === 0 ||
        membership.themeLimits.some((limit) => limit.referentiel === referentiel && lineage.includes(limit.node))),
  )
}
