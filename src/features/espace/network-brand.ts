import { checkWhiteLabel } from '#domain/white-label/white-label.rules.ts'
import type { ScopeOrganisation } from '#server/scope/scope.queries.ts'
import type { Brand } from '#ui/brand/brand.ts'

/** The colours of the organisation's network; undefined leaves ours, also for stored ones that can't be read. */
export const brandOf = ({ banner }: ScopeOrganisation): Brand | undefined => {
  if (banner === null) return undefined
  const palette = checkWhiteLabel(banner)
  return palette.ok ? palette.value : undefined
}
