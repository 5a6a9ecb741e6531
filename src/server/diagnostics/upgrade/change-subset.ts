import { DomainError } from '#domain/domain-error.ts'
import type { Database } from '#server/database/database-of.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'

import type { WritableDiagnostic } from '../diagnostic-scope.queries.ts'
import { writeSubset } from './upgrade.queries.ts'
import type { Mover } from './upgrade.queries.ts'

type SubsetScope = Mover & { readonly diagnostic: Pick<WritableDiagnostic, 'id' | 'revision' | 'rulesVersion' | 'subset'> }

/**
 * An open diagnostic goes on in another subset of the same revision, or in the whole: every answer stays where it is, and
 * those that the subset leaves out count again when it is widened. Throws INVALID_INPUT for a subset that the référentiel
 * doesn't have, DIAGNOSTIC_LOCKED when it was closed meanwhile.
 */
export const changeSubset = async (scope: SubsetScope, database: Database, subset: string | null): Promise<void> => {
  const { diagnostic } = scope
  if (subset === diagnostic.subset) return
  const compiled = await compiledRevision(database, { ...diagnostic, subset })
  if (subset !== null && compiled.subset === null) throw new DomainError('INVALID_INPUT')
  if (!(await writeSubset(scope, database, { diagnostic: diagnostic.id, from: diagnostic.subset, to: subset }))) {
    throw new DomainError('DIAGNOSTIC_LOCKED')
  }
}
