import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { Database } from '#server/database/database-of.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import type { Scope } from '#server/scope/scope.ts'

import { listOfferedRevisions } from './campaigns.queries.ts'

/** What one may choose: a published référentiel, or a subset of one that is offered by itself. */
export type Offer = {
  /** `<revision>` or `<revision>~<subset>`: what an address and a form carry. */
  readonly key: string
  readonly revision: string
  readonly referentiel: string
  readonly subset: string | null
  readonly version: string
  readonly title: string
  readonly compiled: Compiled
}

/** Every référentiel that a new diagnostic may take, its offered subsets after it; not those that ask nothing, as mapping targets. */
export const listOffers = async (scope: Scope, database: Database): Promise<readonly Offer[]> => {
  const revisions = await listOfferedRevisions(scope, database)
  const choices = revisions.flatMap((each) => [null, ...each.subsets].map((subset) => ({ ...each, subset })))
  const offers = await Promise.all(
    choices.map(async ({ revision, referentiel, version, subset }) => {
      const compiled = await compiledRevision(database, { revision, subset, rulesVersion: null })
      return {
        key: subset === null ? revision : `${revision}~${subset}`,
        revision,
        referentiel,
        subset,
        version,
        title: compiled.subset?.label ?? compiled.title,
        compiled,
      }
    }),
  )
  return offers.filter(({ compiled: { criteria, questions } }) => criteria.length > 0 && questions.length > 0)
}
