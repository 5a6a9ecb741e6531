/**
 * Whether a request that writes may come from where it says. Payload takes a cookie from any origin while its `csrf` list
 * is empty, so the studio looks for itself; a program that sends a token and names no origin is let through.
 */
export const mayWriteFrom = (
  { origin, fetchSite }: { readonly origin: string | null; readonly fetchSite: string | null },
  accepted: ReadonlySet<string>,
): boolean => {
  if (origin !== null) return accepted.has(origin)
  return fetchSite === null || fetchSite === 'same-origin' || fetchSite === 'none'
}
