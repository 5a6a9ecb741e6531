import { createHmac, timingSafeEqual } from 'node:crypto'

import { JWT_AUTH_VERSION } from 'payload'
import { z } from 'zod'

const protectedHeader = z.object({ alg: z.literal('HS256'), authVersion: z.literal(JWT_AUTH_VERSION) })

const claims = z.object({
  id: z.union([z.string(), z.number()]),
  collection: z.string(),
  /** The session that the token belongs to; it must still stand in the database. */
  sid: z.string().optional(),
  exp: z.number(),
})

export type Claims = z.infer<typeof claims>

const jsonIn = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * What a session's token claims, when Payload signed it and it has not expired; undefined otherwise. No query:
 * whether the session still stands is for the database to say.
 */
export const verifiedClaims = (token: string, secret: string, now: Date): Claims | undefined => {
  const [header, payload, signature, ...more] = token.split('.')
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  if (!protectedHeader.safeParse(jsonIn(header)).success) return undefined
  const claimed = claims.safeParse(jsonIn(payload))
  if (!claimed.success || claimed.data.exp * 1000 <= now.getTime()) return undefined
  return claimed.data
}
