import { extractJWT } from 'payload'
import type { Payload } from 'payload'
import { z } from 'zod'

import { loadCaller } from '#server/scope/actor.queries.ts'
import type { Caller } from '#server/scope/actor.queries.ts'

import { verifiedClaims } from './verified-claims.ts'

const identity = z.object({ id: z.uuid(), sid: z.string().min(1), collection: z.literal('users') })

/**
 * Who makes a request of the feature endpoints: by the cookie (only from an accepted origin) or the header, as
 * Payload reads them, with one statement instead of Payload's several. Null when nobody is signed in.
 */
export const callerOf = async (payload: Payload, headers: Headers): Promise<Caller | null> => {
  const token = extractJWT({ headers, payload })
  const claims = token === null ? undefined : verifiedClaims(token, payload.secret, new Date())
  const known = identity.safeParse(claims)
  return known.success ? loadCaller(payload.db.drizzle, { user: known.data.id, session: known.data.sid }) : null
}
