import type { DiagnosticSummary } from './diagnostic.queries.ts'

/**
 * The diagnostic that came before one, a campaign earlier: same référentiel, same perimeter. Among `all`, which is
 * every diagnostic of the organisation.
 */
export const previousOf = (all: readonly DiagnosticSummary[], diagnostic: DiagnosticSummary): DiagnosticSummary | null =>
  all.find(
    ({ campaign, referentiel, establishment, state }) =>
      state !== 'replaced' &&
      campaign.id === diagnostic.campaign.previous &&
      referentiel === diagnostic.referentiel &&
      establishment === diagnostic.establishment,
  ) ?? null
