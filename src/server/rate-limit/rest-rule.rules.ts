import type { RateLimitRule } from './limits.ts'

/** What a request to `/api/…` is, as far as limits go. */
export type RestUse =
  /** Payload's way to make the first user; ours is a command of the operator. */
  | { readonly kind: 'forbidden' }
  /** Counted by address, and by the account that its body names. */
  | { readonly kind: 'account'; readonly rule: Extract<RateLimitRule, 'sign-in' | 'forgot-password'> }
  /** Counted by address. */
  | { readonly kind: 'link' }
  /** Counted by who is signed in, otherwise by address. */
  | { readonly kind: 'write' }
  | { readonly kind: 'read' }

/** As Payload's router reads a path: decoded once, whatever its case, empty segments and slashes ignored. */
const segmentsOf = (pathname: string): readonly string[] =>
  pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      try {
        return decodeURIComponent(segment).toLowerCase()
      } catch {
        return segment.toLowerCase()
      }
    })

/** Sorts a request by its path, `/api/<collection>/<action>`, and method. */
export const restUse = ({
  method,
  pathname,
  isReadByPost,
}: {
  readonly method: string
  readonly pathname: string
  /** True for a POST that carries a long query, as the admin sends (`X-HTTP-Method-Override: GET`). */
  readonly isReadByPost: boolean
}): RestUse => {
  const [, , action] = segmentsOf(pathname)
  if (action === 'first-register') return { kind: 'forbidden' }
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { kind: 'read' }
  switch (action) {
    case 'login':
      return { kind: 'account', rule: 'sign-in' }
    case 'forgot-password':
      return { kind: 'account', rule: 'forgot-password' }
    case 'reset-password':
    case 'unlock':
    case 'verify':
      return { kind: 'link' }
    default:
      return { kind: isReadByPost ? 'read' : 'write' }
  }
}
