/**
 * Who makes a browser send a request: a page of ours, the person themselves, or another site's page. Payload takes
 * a session's cookie only from requests that say where they come from; links that people follow from their mail,
 * browsers on a plain address of the local network, and programs don't say it in a way that it accepts.
 */
export type Caller =
  /** One of our pages, a program, or a person who typed an address or followed a link: the session counts. */
  | 'trusted'
  /** Another site's page reads something: answered as to somebody who is not signed in. */
  | 'stranger'
  /** Another site's page makes the person's browser write: refused. */
  | 'forger'

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

type Claims = {
  readonly method: string
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`; browsers send it over TLS and on this machine, and no page can forge it. */
  readonly fetchSite: string | undefined
  /** `Sec-Fetch-Mode`. */
  readonly fetchMode: string | undefined
}

/** What a request's headers say about who made it, seen from the origins whose pages may write. */
export const callerOf = ({ method, origin, fetchSite, fetchMode }: Claims, origins: ReadonlySet<string>): Caller => {
  const isHarmless = harmless.has(method)
  if (origin !== undefined) return origins.has(origin) ? 'trusted' : isHarmless ? 'stranger' : 'forger'
  // Every browser that omits this header names the origin of what it writes: what names neither is a program.
  if (fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none') return 'trusted'
  if (!isHarmless) return 'forger'
  return fetchMode === 'navigate' ? 'trusted' : 'stranger'
}
