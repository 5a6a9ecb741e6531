import type { Config, Plugin } from 'payload'

import { drafts } from './collections/drafts.ts'
import { mappings } from './collections/mappings.ts'
import { questions } from './collections/questions.ts'
import { referentiels as identities } from './collections/referentiels.ts'
import { revisions } from './collections/revisions.ts'
import { studioEndpoints } from './studio/endpoints.ts'
import { withStudioViews } from './studio/views/register.ts'
import type { ReferentielsOptions } from './types.ts'

/**
 * Référentiels as data: drafts, frozen revisions, the links between them, and the studio in the admin. Its
 * tables need `referentielsMigration` and `studioMigration` (exports/server.ts) beside Payload's own migration.
 */
export const referentiels =
  (options: ReferentielsOptions = {}): Plugin =>
  (config: Config): Config => ({
    ...config,
    admin: withStudioViews(config),
    custom: { ...config.custom, referentiels: options },
    endpoints: [...(config.endpoints ?? []), ...studioEndpoints],
    collections: [
      ...(config.collections ?? []),
      ...[identities, drafts, questions, revisions, mappings].map((collection) => collection(options)),
    ],
  })
