/**
 * The headers that every answer carries: what the browser may load and run, who may embed us, what we tell others.
 * `/admin` is the strictest that Payload's interface works with; see docs/decisions/0003-own-web-server-process.md.
 */

type Page = {
  /** Of the address, without its query. */
  readonly path: string
  /** Base64, used for this answer only. */
  readonly nonce: string
  /** Reload in development needs `eval`, web sockets and inline styles. */
  readonly dev: boolean
  readonly https: boolean
}

type Policy = Readonly<Record<string, readonly string[]>>

/** A year, in seconds. */
const httpsOnlyFor = 31_536_000

/** Drafts of référentiels as they will look: the studio in the administration shows them in a frame. */
const previewPath = '/apercu'

/** The headers of one answer, by lower-case name. */
export const securityHeaders = (page: Page): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(page),
  'x-content-type-options': 'nosniff',
  'x-frame-options': isBelow(page.path, previewPath) ? 'SAMEORIGIN' : 'DENY',
  // Addresses of invitations and dialogues are secrets. `no-referrer` would hide the origin of our own forms too.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  ...(page.https ? { 'strict-transport-security': `max-age=${httpsOnlyFor}` } : {}),
  // Answers hold personal data; a handler that serves something else says so itself.
  ...(isBelow(page.path, '/api') ? { 'cache-control': 'private, no-store' } : {}),
})

const contentSecurityPolicy = (page: Page): string => {
  const policy = policyOf(page)
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ')
}

const policyOf = (page: Page): Policy => {
  if (isBelow(page.path, '/api') || isBelow(page.path, '/_next')) return dataPolicy
  return isBelow(page.path, '/admin') ? adminPolicy(page) : sitePolicy(page)
}

/** For what is not a page: were it opened as one, and even held a script, nothing in it would run. */
const dataPolicy: Policy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  sandbox: [],
}

const scripts = ({ nonce, dev }: Page): readonly string[] => [
  "'self'",
  `'nonce-${nonce}'`,
  "'strict-dynamic'",
  ...(dev ? ["'unsafe-eval'"] : []),
]

const pagePolicy = (page: Page): Policy => ({
  // First, because Next looks here for the nonce of its own scripts.
  'script-src': scripts(page),
  'default-src': ["'none'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'", ...(page.dev ? ['ws:', 'wss:'] : [])],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': [isBelow(page.path, previewPath) ? "'self'" : "'none'"],
})

const sitePolicy = (page: Page): Policy => ({
  ...pagePolicy(page),
  // A nonce switches 'unsafe-inline' off, so development has one or the other.
  'style-src': ["'self'", page.dev ? "'unsafe-inline'" : `'nonce-${page.nonce}'`],
  'img-src': ["'self'", 'data:'],
})

/** Payload's interface writes style attributes and shows files that are still in the browser's memory; the studio frames previews. */
const adminPolicy = (page: Page): Policy => ({
  ...pagePolicy(page),
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'frame-src': ["'self'"],
})

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
