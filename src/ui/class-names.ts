/** Joins the class names that are there, for components that add their own to the caller's. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  const present = names.filter((name) => typeof name === 'string' && name !== '')
  return present.length > 0 ? present.join(' ') : undefined
}
