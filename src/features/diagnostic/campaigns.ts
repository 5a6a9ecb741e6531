import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'

import { findLatestLabel } from './campaigns.queries.ts'

/** « Démarche 2026 », for the bar above every page of the space; null before the first campaign. */
export const latestCampaignLabel = async (scope: Scope): Promise<string | null> =>
  scope.rights.has('content:read') ? findLatestLabel(scope, (await payloadInstance()).db.drizzle) : null
