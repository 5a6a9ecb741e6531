import { parseCookies } from 'payload/shared'

import { verifiedClaims } from '#server/session/verified-claims.ts'

type Signing = { readonly secret: string; readonly config: { readonly cookiePrefix: string } }

const tokenIn = (headers: Headers, { config }: Signing): string | undefined => {
  const [scheme, token] = (headers.get('authorization') ?? '').split(' ')
  if (scheme === 'JWT' || scheme === 'Bearer') return token
  return parseCookies(headers).get(`${config.cookiePrefix}-token`)
}

/**
 * Whose requests these are, by the signature of their token alone: no query, and nobody can use up another
 * person's share with an invented token. Whether the session still stands is asked elsewhere.
 */
export const signedInKey = (headers: Headers, signing: Signing, now: Date): string | undefined => {
  const token = tokenIn(headers, signing)
  const claimed = token === undefined ? undefined : verifiedClaims(token, signing.secret, now)
  return claimed && `${claimed.collection} ${claimed.id}`
}
