import type { CollectionBeforeChangeHook } from 'payload'

import type { NetworkMembership } from '../../../../src/payload-types.ts'

/** Writes who accepted the sharing level, and when, whenever a person changes it. */
export const recordAcceptance: CollectionBeforeChangeHook<NetworkMembership> = ({ data, operation, originalDoc, req }) => {
  const changed = operation === 'update' && data.sharing !== undefined && data.sharing !== originalDoc?.sharing
  return changed && req.user ? { ...data, acceptedBy: req.user.id, acceptedAt: new Date().toISOString() } : data
}
