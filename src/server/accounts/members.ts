import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { DomainError } from '#domain/domain-error.ts'
import type { Role } from '#domain/rights/rights.rules.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

type Entered = { readonly payload: Payload; readonly user: TypedUser; readonly scope: Scope }

/** The membership, if it is one of the scope's organisation; otherwise NOT_FOUND, whether it exists or not. */
const find = async ({ payload, user, scope }: Entered, membership: string, req: PayloadRequest) => {
  const { docs } = await payload.find({
    collection: 'memberships',
    where: { id: { equals: membership }, organisation: { equals: scope.organisation.id } },
    depth: 0,
    limit: 1,
    overrideAccess: false,
    user,
    req,
  })
  const [found] = docs
  if (found === undefined) throw new DomainError('NOT_FOUND')
  return found
}

/** Gives a member another role. Throws FORBIDDEN, NOT_FOUND, LAST_ADMINISTRATOR. */
export const changeRole = async (
  entered: Entered,
  { membership, role }: { readonly membership: string; readonly role: Role },
): Promise<void> => {
  requireRight(entered.scope, 'team:manage')
  const { payload, user } = entered
  await inTransaction({ payload, user }, async (req) => {
    const { id } = await find(entered, membership, req)
    await payload.update({ collection: 'memberships', id, data: { role }, overrideAccess: false, user, req })
  })
}

/** Removes a member, or lets a person leave. Throws FORBIDDEN, NOT_FOUND, LAST_ADMINISTRATOR. */
export const removeMember = async (
  entered: Entered,
  { membership }: { readonly membership: string },
): Promise<{ readonly self: boolean }> => {
  const { payload, user, scope } = entered
  return inTransaction({ payload, user }, async (req) => {
    const found = await find(entered, membership, req)
    const self = found.user === user.id
    if (!self) requireRight(scope, 'team:manage')
    await payload.delete({ collection: 'memberships', id: found.id, overrideAccess: false, user, req })
    return { self }
  })
}
