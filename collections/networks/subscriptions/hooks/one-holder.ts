import type { CollectionBeforeValidateHook } from 'payload'
import { APIError } from 'payload'

import type { Subscription } from '../../../../src/payload-types.ts'

/** A subscription belongs to an organisation or to a network, never to both. The database checks it too. */
export const oneHolder: CollectionBeforeValidateHook<Subscription> = ({ data, originalDoc }) => {
  const holder = { ...originalDoc, ...data }
  if (Boolean(holder.organisation) === Boolean(holder.network)) {
    throw new APIError('Un abonnement est celui d’une organisation ou celui d’un réseau.', 422, null, true)
  }
  return data
}
