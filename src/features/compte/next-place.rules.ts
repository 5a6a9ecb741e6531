/** Stands for this site while a path is read as browsers read it; nothing is ever sent there. */
const here = 'http://ici.invalid'

/** Paths of this site and what may follow them: `//elsewhere`, `/\elsewhere` and control characters hide addresses. */
const plainPath = /^\/(?![/\\])[\w\-./?=&%[\]]*$/

/**
 * Where to go after signing in: a path of this site that was asked for, never another site's address. Judged once it
 * is normalised: `/.//elsewhere` and `/espace/..//elsewhere` become `//elsewhere` only then.
 */
export const nextPlace = (asked: string | undefined, otherwise: string): string => {
  if (asked === undefined || !plainPath.test(asked) || !URL.canParse(asked, here)) return otherwise
  const { origin, pathname, search } = new URL(asked, here)
  if (origin !== here || pathname.startsWith('//') || /^\/api(\/|$)/i.test(pathname)) return otherwise
  return `${pathname}${search}`
}
