import type { HeldLimits } from './held-bytes.ts'

const megabyte = 1024 * 1024

/** What a request may send, in bytes; forms and answers are far smaller. */
export const usualLimit = megabyte

/** Where files arrive. A path is matched with everything below it. */
export const uploadLimits: readonly { readonly path: string; readonly bytes: number }[] = [
  { path: '/api/documents', bytes: 10 * megabyte },
  { path: '/api/imports', bytes: 10 * megabyte },
  { path: '/api/media', bytes: 10 * megabyte },
  { path: '/api/referentiels', bytes: 10 * megabyte },
  { path: '/api/referentiels-studio/files', bytes: 10 * megabyte },
]

/**
 * What bodies that come without a length may hold in memory together before they are judged, and those of one client. Browsers
 * say the length of what they send: nobody who works here waits for another.
 */
export const heldLimits: HeldLimits = { total: 64 * megabyte, each: 21 * megabyte }

/** The largest body, in bytes, that a path takes. */
export const bodyLimitOf = (path: string): number =>
  uploadLimits.find((limit) => path === limit.path || path.startsWith(`${limit.path}/`))?.bytes ?? usualLimit

/** How long, in milliseconds, a body may take to arrive: a slow line sends 1 MB in half of it, and files get longer. */
export const bodyPatienceOf = (path: string): number => (bodyLimitOf(path) > usualLimit ? 120_000 : 30_000)
