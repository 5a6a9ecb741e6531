import { createHmac, timingSafeEqual } from 'node:crypto'

import { parseCookies } from 'payload/shared'
import { z } from 'zod'

const claims = z.object({ id: z.union([z.string(), z.number()]), collection: z.string(), exp: z.number() })

type Signing = { readonly secret: string; readonly config: { readonly cookiePrefix: string } }

const tokenIn = (headers: Headers, { config }: Signing): string | undefined => {
  const [scheme, token] = (headers.get('authorization') ?? '').split(' ')
  if (scheme === 'JWT' || scheme === 'Bearer') return token
  return parseCookies(headers).get(`${config.cookiePrefix}-token`)
}

const jsonIn = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Whose requests these are, by the signature of their token alone: no query, and nobody can use up another
 * person's share with an invented token. Whether the session still stands is Payload's to say.
 */
export const signedInKey = (headers: Headers, signing: Signing, now: Date): string | undefined => {
  const [header, payload, signature, ...more] = tokenIn(headers, signing)?.split('.') ?? []
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined
  const expected = createHmac('sha256', signing.secret).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const claimed = claims.safeParse(jsonIn(payload))
  if (!claimed.success || claimed.data.exp * 1000 <= now.getTime()) return undefined
  return `${claimed.data.collection} ${claimed.data.id}`
}
