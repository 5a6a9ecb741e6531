import { redirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'

import type { Actor } from '#domain/rights/rights.rules.ts'
import { isStaff } from '#domain/rights/rights.rules.ts'
import { actorOf } from '#server/scope/actor.ts'

/**
 * The door of each custom view, which Payload opens to everybody: the actor when they are of the platform's
 * team. Others are sent to sign in, or told that the admin isn't for them.
 */
export const enterView = async (req: PayloadRequest, path: string): Promise<Actor> => {
  const actor = await actorOf(req)
  if (actor === null) redirect(`/connexion?suite=${encodeURIComponent(path)}`)
  if (!isStaff(actor)) redirect('/admin/unauthorized')
  return actor
}
