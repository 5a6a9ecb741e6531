/**
 * For whom a person writes référentiels, and whose they may take (design.md §3, domain.md §4.1). It decides owners; which
 * référentiels those have, and which of them are published for whom, is the plugin's.
 */
import type { Actor } from './rights.rules.ts'
import { isStaff } from './rights.rules.ts'

export type ReferentielOwner = { readonly kind: 'platform' | 'network' | 'organisation'; readonly id: string | null }

/**
 * Staff write the platform's, heads their network's, an organisation's administrators its own; the platform's administrators
 * write for whoever asked them to, which an owner without an id says.
 */
export const ownersWrittenBy = (actor: Actor | null): readonly ReferentielOwner[] => {
  if (actor === null) return []
  return [
    ...(isStaff(actor) ? [{ kind: 'platform' as const, id: null }] : []),
    ...(actor.staff === 'admin' ? (['network', 'organisation'] as const).map((kind) => ({ kind, id: null })) : []),
    ...actor.networks.map((id) => ({ kind: 'network' as const, id })),
    ...actor.memberships.filter(({ role }) => role === 'admin').map(({ organisation }) => ({ kind: 'organisation' as const, id: organisation })),
  ]
}

/** What was published within an organisation is for all its members and whoever has its mandate. */
export const organisationsOf = (actor: Actor | null): readonly string[] =>
  actor === null ? [] : [...new Set([...actor.memberships, ...actor.mandates].map(({ organisation }) => organisation))]
