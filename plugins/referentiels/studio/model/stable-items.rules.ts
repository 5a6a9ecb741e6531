/**
 * Who is who in a list between two drawings of it: an item keeps its identity when it is moved, and when its name alone is another
 * one. Without that a renamed item would be drawn anew, and the press that left its name's field would meet nothing.
 */
export type KnownItem = { readonly key: string; readonly identity: string }

/** The items by their keys now, given those known before; `fresh` makes an identity that is not taken. */
export const followItems = (before: readonly KnownItem[], keys: readonly string[], fresh: () => string): readonly KnownItem[] => {
  if (before.length === keys.length && before.every(({ key }, index) => key === keys[index])) return before
  const known = new Map(before.map(({ key, identity }) => [key, identity]))
  const now = new Set(keys)
  return keys.map((key, index) => {
    const own = known.get(key)
    if (own !== undefined) return { key, identity: own }
    const there = before.length === keys.length ? before[index] : undefined
    return { key, identity: there !== undefined && !now.has(there.key) ? there.identity : fresh() }
  })
}
