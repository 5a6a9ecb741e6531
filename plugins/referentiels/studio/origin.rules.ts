/** What a request says of where it comes from; null where it says nothing. */
type Claims = {
  readonly origin: string | null
  readonly fetchSite: string | null
  /** The host that the browser asked, with its port. */
  readonly host: string | null
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Whether a request that writes may come from where it says. Payload takes a cookie from any origin while its `csrf` list
 * is empty, so the studio looks for itself: at the origins that the application names, or, where it names none, at the host that
 * was asked (the address that the server knows of itself may be another one). A program that sends a token and names no origin is
 * let through.
 */
export const mayWriteFrom = ({ origin, fetchSite, host }: Claims, named: ReadonlySet<string>): boolean => {
  if (origin === null) return fetchSite === null || fetchSite === 'same-origin' || fetchSite === 'none'
  return named.size > 0 ? named.has(origin) : host !== null && hostOf(origin) === host
}
