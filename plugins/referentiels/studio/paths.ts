/**
 * Places below a row or a part of a draft, and what stands there. An item of a list is named by what identifies it, so
 * that a place stays the same when others add, take or move items beside it. It decides no rights and no meaning.
 */

export type Key = string | number
export type Path = readonly Key[]

type Block = Readonly<Record<string, unknown>>
export const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Between the two ends of a mapping line: `c1→6.2.3`. */
const arrow = '→'

/** Lists whose items have a name, by the place of the list in the document (`*` for any key), and the fields of that name. */
const identities: ReadonlyMap<string, readonly string[]> = new Map([
  ['kinds', ['code']],
  ['profileFields', ['code']],
  ['lists', ['code']],
  ['lists.*.options', ['code']],
  ['scales', ['code']],
  ['scales.*.values', ['code']],
  ['scoring.rules', ['rulesVersion']],
  ['scoring.rules.*.aggregate', ['kind']],
  ['scoring.rules.*.outcomes', ['code']],
  ['subsets', ['code']],
  ['dialogue.questions', ['code']],
  ['presentation.axes', ['code']],
  ['mappings', ['target']],
  ['mappings.*.items', ['from', 'to']],
  ['migrations', ['from']],
  ['migrations.*.items', ['from']],
  ['expect', ['kind']],
  ['nodes.*.indicators', ['code']],
  ['nodes.*.questions.*.columns', ['code']],
])

/** Where a row or a part stands in the document: what comes before its paths. */
export type Root = readonly ['nodes', '*'] | readonly ['nodes', '*', 'questions', '*'] | readonly [string]

export const rootOf = ({ row }: { readonly row: 'node' | 'question' }): Root =>
  row === 'node' ? ['nodes', '*'] : ['nodes', '*', 'questions', '*']

const identityAt = (place: readonly string[]): readonly string[] | undefined => identities.get(place.join('.'))

const nameOf = (item: unknown, fields: readonly string[]): string | undefined => {
  if (!isBlock(item)) return undefined
  const names = fields.map((field) => item[field])
  return names.every((name) => typeof name === 'string') ? names.join(arrow) : undefined
}

/** Where an item stands in its list; -1 when it is not there. */
const positionOf = (list: readonly unknown[], key: Key, fields: readonly string[] | undefined): number => {
  if (typeof key === 'number') return key < list.length ? key : -1
  return fields === undefined ? -1 : list.findIndex((item) => nameOf(item, fields) === key)
}

/** A key as it is written in `identities`: of an item of a list `*`, of a block its own name. */
const below = (place: readonly string[], value: unknown, key: Key): readonly string[] =>
  [...place, Array.isArray(value) ? '*' : String(key)]

/** The names of a list's items, in order; its items without a name are left out. */
export const namesIn = (list: readonly unknown[], place: readonly string[]): readonly string[] => {
  const fields = identityAt(place)
  return fields === undefined ? [] : list.flatMap((item) => nameOf(item, fields) ?? [])
}

/** What stands at a path; undefined when nothing does. */
export const valueAt = (value: unknown, path: Path, root: Root): unknown => {
  let place: readonly string[] = root
  let found = value
  for (const key of path) {
    const next = below(place, found, key)
    if (Array.isArray(found)) {
      const list: readonly unknown[] = found
      found = list[positionOf(list, key, identityAt(place))]
    } else found = isBlock(found) && Object.hasOwn(found, key) ? found[key] : undefined
    place = next
    if (found === undefined) return undefined
  }
  return found
}

export type Write = { readonly path: Path; readonly root: Root; readonly to: unknown }

/**
 * The value with another one at a path, everything else as it was; `to: undefined` takes it away. Null when the path
 * leads nowhere: into a word, or to an item that is not what its name says.
 */
export const withValueAt = (value: unknown, { path, root, to }: Write): { readonly value: unknown } | null =>
  write(value, path, { place: root, to })

const write = (value: unknown, path: Path, { place, to }: { readonly place: readonly string[]; readonly to: unknown }): { readonly value: unknown } | null => {
  const [key, ...rest] = path
  if (key === undefined) return { value: to }
  if (Array.isArray(value)) return writeItem(value, key, { rest, place, to })
  if (value !== undefined && !isBlock(value)) return null
  // A list that is not there yet begins with the item that is written into it.
  if (value === undefined && identityAt(place) !== undefined) return to === undefined ? { value } : writeItem([], key, { rest, place, to })
  if (typeof key === 'number') return null
  const block: Block = value ?? {}
  const inner = write(Object.hasOwn(block, key) ? block[key] : undefined, rest, { place: [...place, key], to })
  if (inner === null) return null
  const others = Object.entries(block).filter(([name]) => name !== key)
  if (inner.value === undefined) return { value: value === undefined ? undefined : Object.fromEntries(others) }
  // Where it stood, so that nothing seems to have moved.
  const isKnown = Object.hasOwn(block, key)
  const written: [string, unknown] = [key, inner.value]
  return {
    value: Object.fromEntries(
      isKnown ? Object.entries(block).map((entry): [string, unknown] => (entry[0] === key ? written : entry)) : [...others, written],
    ),
  }
}

type Item = { readonly rest: Path; readonly place: readonly string[]; readonly to: unknown }

const writeItem = (list: readonly unknown[], key: Key, { rest, place, to }: Item): { readonly value: unknown } | null => {
  const fields = identityAt(place)
  const position = positionOf(list, key, fields)
  if (position < 0) {
    if (to === undefined) return { value: list }
    const isNamedSo = fields !== undefined && rest.length === 0 && nameOf(to, fields) === key
    return isNamedSo || (key === list.length && rest.length === 0) ? { value: [...list, to] } : null
  }
  const inner = write(list[position], rest, { place: [...place, '*'], to })
  if (inner === null) return null
  if (inner.value === undefined) return { value: list.filter((_, index) => index !== position) }
  return { value: list.map((item: unknown, index) => (index === position ? inner.value : item)) }
}

/** The list at a path with its named items in another order; what is not named follows in the order it had. */
export const arranged = (list: readonly unknown[], keys: readonly string[], place: readonly string[]): readonly unknown[] | null => {
  const fields = identityAt(place)
  if (fields === undefined) return null
  const wanted = new Map(keys.map((key, index) => [key, index]))
  return list
    .map((item, index) => ({ item, rank: wanted.get(nameOf(item, fields) ?? '') ?? keys.length + index }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}

/** The place of a path in the document, as `identities` and the format's schema know places. */
export const placeOf = (value: unknown, path: Path, root: Root): readonly string[] => {
  let place: readonly string[] = root
  let found = value
  path.forEach((key, depth) => {
    const next = below(place, found, key)
    // A list that is not there yet, whose item is named.
    place = found === undefined && identityAt(place) !== undefined ? [...place, '*'] : next
    found = valueAt(value, path.slice(0, depth + 1), root)
  })
  return place
}

const separator = '\u001f'

/** How a place is written in `marks`: by position it is the whole list, since positions move. */
export const placeKey = (path: Path): string => {
  const positional = path.findIndex((key) => typeof key === 'number')
  return (positional < 0 ? path : path.slice(0, positional)).join(separator)
}

/** Whether the first place is the second, or stands within it. */
export const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || outer === '' || inner.startsWith(outer + separator)

/** Whether two places are one, or one stands within the other. */
export const overlaps = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one)

/** The same path with items by their names, where they have one that is theirs alone. */
export const byName = (value: unknown, path: Path, root: Root): Path => {
  let place: readonly string[] = root
  let found = value
  return path.map((key) => {
    const list: readonly unknown[] | undefined = Array.isArray(found) ? found : undefined
    const fields = identityAt(place)
    place = below(place, found, key)
    found = list ? (typeof key === 'number' ? list[key] : list[positionOf(list, key, fields)]) : isBlock(found) ? found[key] : undefined
    if (list === undefined || fields === undefined || typeof key !== 'number') return key
    const name = nameOf(found, fields)
    return name !== undefined && list.filter((item) => nameOf(item, fields) === name).length === 1 ? name : key
  })
}
