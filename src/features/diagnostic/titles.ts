import type { Database } from '#server/database/database-of.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'

import type { DiagnosticSummary } from './diagnostic.queries.ts'

/** A subset is offered as a référentiel of its own: diagnostics of one bear its name. */
export const withTitles = (database: Database, diagnostics: readonly DiagnosticSummary[]): Promise<readonly DiagnosticSummary[]> =>
  Promise.all(
    diagnostics.map(async (diagnostic) => {
      if (diagnostic.subset === null) return diagnostic
      const { subset, title } = await compiledRevision(database, diagnostic)
      return { ...diagnostic, title: subset?.label ?? title }
    }),
  )
