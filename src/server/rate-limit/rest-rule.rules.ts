import type { RateLimitRule } from './limits.ts'

/** What a request to `/api/…` is, as far as limits go. */
export type RestUse =
  /** Payload's ways to make the first user and to give a new password; ours are a command and a page. */
  | { readonly kind: 'forbidden' }
  /** Counted by address, and by the account that its body names. */
  | { readonly kind: 'account'; readonly rule: Extract<RateLimitRule, 'sign-in'> }
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

/** What Payload would do in its own way, past the rules on passwords, the hashed links and the mails of ours. */
const ownWays: ReadonlySet<string> = new Set(['first-register', 'forgot-password', 'reset-password', 'verify'])

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
  if (action !== undefined && ownWays.has(action)) return { kind: 'forbidden' }
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { kind: 'read' }
  switch (action) {
    case 'login':
      return { kind: 'account', rule: 'sign-in' }
    case 'unlock':
      return { kind: 'link' }
    default:
      return { kind: isReadByPost ? 'read' : 'write' }
  }
}
