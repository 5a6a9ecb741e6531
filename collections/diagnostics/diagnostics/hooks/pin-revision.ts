import type { CollectionBeforeValidateHook } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { databaseOf } from '#server/database/database-of.ts'

import type { Diagnostic } from '../../../../src/payload-types.ts'
import { pinnableRevision } from '../revisions.queries.ts'

const idOf = (relation: unknown): string =>
  typeof relation === 'object' && relation !== null && 'id' in relation ? String(relation.id) : String(relation)

/**
 * A new diagnostic takes a published revision, one of its subsets or the whole, and one of its rule sets: the
 * current one unless another is named.
 */
export const pinRevision: CollectionBeforeValidateHook<Diagnostic> = async ({ data, operation, req }) => {
  if (operation !== 'create' || data?.revision === undefined || data.organisation === undefined) return data
  const revision = await pinnableRevision(await databaseOf(req), { revision: idOf(data.revision), organisation: idOf(data.organisation) })
  if (revision === null) throw new DomainError('NOT_FOUND')
  const { referentiel, subsets, scoring } = revision
  const subset = data.subset ?? null
  const rulesVersion = data.rulesVersion ?? scoring?.current ?? null
  const isKnownSubset = subset === null || subsets.includes(subset)
  const isKnownRules = rulesVersion === (scoring?.current ?? null) || scoring?.rules.some((rules) => rules.rulesVersion === rulesVersion)
  if (!isKnownSubset || !isKnownRules) throw new DomainError('INVALID_INPUT')
  return { ...data, referentiel, subset, rulesVersion }
}
