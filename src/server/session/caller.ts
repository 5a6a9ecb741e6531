import { extractJWT } from 'payload'
import type { Payload } from 'payload'
import { z } from 'zod'

import { loadCaller } from '#server/scope/actor.queries.ts'
import type { Caller, Identity } from '#server/scope/actor.queries.ts'

import { verifiedClaims } from './verified-claims.ts'

const identity = z.object({ id: z.uuid(), sid: z.string().min(1), collection: z.literal('users') })

/**
 * Whose session a request of the feature endpoints brings: by the cookie (only from an accepted origin) or the header, as
 * Payload reads them. Null without one; whether it still stands is for the database to say.
 */
export const identityOf = (payload: Payload, headers: Headers): Identity | null => {
  const token = extractJWT({ headers, payload })
  const claims = token === null ? undefined : verifiedClaims(token, payload.secret, new Date())
  const known = identity.safeParse(claims)
  return known.success ? { user: known.data.id, session: known.data.sid } : null
}

/** Who makes a request of the feature endpoints, with one statement instead of Payload's several. Null when nobody is signed in. */
export const callerOf = async (payload: Payload, headers: Headers): Promise<Caller | null> => {
  const known = identityOf(payload, headers)
  return known === null ? null : loadCaller(payload.db.drizzle, known)
}
