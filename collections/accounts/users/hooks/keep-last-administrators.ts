import type { CollectionBeforeDeleteHook } from 'payload'

/** Deletes the person's memberships first, one by one, so that each meets the rule of the last administrator. */
export const keepLastAdministratorsOf: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { docs } = await req.payload.find({
    collection: 'memberships',
    where: { user: { equals: id } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  for (const membership of docs) {
    await req.payload.delete({ collection: 'memberships', id: membership.id, overrideAccess: true, req })
  }
}
