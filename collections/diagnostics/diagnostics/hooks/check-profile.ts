import type { CollectionBeforeValidateHook } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { profileProblem } from '#domain/diagnostic/profile.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'

import type { Diagnostic } from '../../../../src/payload-types.ts'
import { profileFieldsOf } from '../revisions.queries.ts'

const idOf = (relation: unknown): string =>
  typeof relation === 'object' && relation !== null && 'id' in relation ? String(relation.id) : String(relation)

/** A profile speaks of its référentiel's own fields, with values that they have: what else it held nobody would ever see. */
export const checkProfile: CollectionBeforeValidateHook<Diagnostic> = async ({ data, originalDoc, req }) => {
  const revision = originalDoc?.revision ?? data?.revision
  if (data?.profile === undefined || data.profile === null || revision === undefined) return data
  const fields = await profileFieldsOf(await databaseOf(req), idOf(revision))
  const field = profileProblem(data.profile, fields)
  if (field !== null) throw new DomainError('INVALID_INPUT', { field: `Profil\u00a0: ${field}` })
  return data
}
