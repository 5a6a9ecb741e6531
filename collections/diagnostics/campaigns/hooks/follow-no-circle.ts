import type { CollectionBeforeValidateHook } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { labels } from '#texts/admin.ts'

import type { Campaign } from '../../../../src/payload-types.ts'
import { precededBy } from '../campaigns.queries.ts'

const idOf = (relation: unknown): string =>
  typeof relation === 'object' && relation !== null && 'id' in relation ? String(relation.id) : String(relation)

/** A campaign follows another one, never itself, however long the way round. */
export const followNoCircle: CollectionBeforeValidateHook<Campaign> = async ({ data, originalDoc, req }) => {
  const previous = data?.previous
  if (previous === undefined || previous === null || originalDoc?.id === undefined) return data
  const before = await precededBy(await databaseOf(req), { campaign: idOf(previous), organisation: idOf(originalDoc.organisation) })
  if (before.includes(originalDoc.id)) throw new DomainError('INVALID_INPUT', { field: labels.previousCampaign })
  return data
}
