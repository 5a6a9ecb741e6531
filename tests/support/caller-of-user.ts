import type { Payload, TypedUser } from 'payload'

import { type Caller, loadActor } from '#server/scope/actor.queries.ts'

/** What a request of this person would know of them, without a session. */
export const callerOfUser = async (payload: Payload, { id, email, firstName, lastName }: TypedUser): Promise<Caller> => {
  const actor = await loadActor(payload.db.drizzle, String(id))
  if (actor === null) throw new Error(`${email} has no account`)
  return { actor, person: { id: String(id), email, firstName, fullName: `${firstName} ${lastName}` } }
}
