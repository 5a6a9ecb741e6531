/**
 * Where to go after signing in: a path of this site that was asked for, never another site's address
 * (`//elsewhere`, `/\elsewhere` and control characters are how such addresses hide).
 */
export const nextPlace = (asked: string | undefined, otherwise: string): string =>
  asked !== undefined && /^\/(?![/\\])[\w\-./?=&%[\]]*$/.test(asked) && !asked.startsWith('/api') ? asked : otherwise
