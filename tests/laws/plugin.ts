import type { ESLint } from 'eslint'

import { environmentOnce } from './rules/environment-once.ts'
import { localApiStatesAccess } from './rules/local-api-states-access.ts'
import { noReferentielIdentity } from './rules/no-referentiel-identity.ts'
import { noSilencingCast } from './rules/no-silencing-cast.ts'
import { scopeFirst } from './rules/scope-first.ts'
import { sqlInQueries } from './rules/sql-in-queries.ts'
import { textsInTexts } from './rules/texts-in-texts.ts'

/** The laws of the house that no published ESLint plugin knows. */
export const laws: ESLint.Plugin = {
  meta: { name: 'laws' },
  rules: {
    'environment-once': environmentOnce,
    'local-api-states-access': localApiStatesAccess,
    'no-referentiel-identity': noReferentielIdentity,
    'no-silencing-cast': noSilencingCast,
    'scope-first': scopeFirst,
    'sql-in-queries': sqlInQueries,
    'texts-in-texts': textsInTexts,
  },
}
