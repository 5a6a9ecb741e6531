import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import { leavesAnAdministrator } from '#domain/rights/rights.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'

import type { Membership } from '../../../../src/payload-types.ts'
import { lockAdministrators } from '../administrators.queries.ts'

const keepAnAdministrator = async (req: PayloadRequest, membership: string, organisation: string): Promise<void> => {
  const administrators = await lockAdministrators(await databaseOf(req), organisation)
  if (!administrators.includes(membership)) return
  if (!leavesAnAdministrator({ administrators, leaving: membership })) throw new DomainError('LAST_ADMINISTRATOR')
}

const idOf = (relation: unknown): string =>
  typeof relation === 'object' && relation !== null && 'id' in relation ? String(relation.id) : String(relation)

/** The last administrator can't take another role. */
export const keepAnAdministratorOnChange: CollectionBeforeChangeHook<Membership> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || originalDoc?.role !== 'admin') return data
  const steppingDown = data.role !== undefined && data.role !== 'admin'
  if (steppingDown) await keepAnAdministrator(req, originalDoc.id, idOf(originalDoc.organisation))
  return data
}

/** The last administrator can't leave, nor be removed. */
export const keepAnAdministratorOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const membership = await req.payload.findByID({
    collection: 'memberships',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (membership) await keepAnAdministrator(req, membership.id, idOf(membership.organisation))
}
