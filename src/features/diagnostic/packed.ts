declare const packing: unique symbol

/**
 * A value as one text, for what the server hands to a component of the browser: React walks every property of an object, there and back,
 * and a page of 157 criteria has thousands; a text is copied.
 */
export type Packed<Value> = { readonly text: string; readonly [packing]?: Value }

/** Of an object the number of its list of names, then its values; of a list this, then what it holds. */
const listMark = -1

/**
 * Plain data alone: what JSON has no word for would not come back. Each list of names is written once: Next writes the text as a
 * string of a script, and escapes every quotation mark there.
 */
export const packed = <Value>(value: Value): Packed<Value> => {
  const lists: string[][] = []
  const numbers = new Map<string, number>()
  const numberOf = (names: string[]): number => {
    // No name holds it: it is taken out of whatever is stored.
    const key = names.join('\0')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, lists.length)
    return lists.push(names) - 1
  }
  const pack = (what: unknown): unknown => {
    if (typeof what !== 'object' || what === null) return what
    if (Array.isArray(what)) return [listMark, ...what.map(pack)]
    const names: string[] = []
    const parts: unknown[] = [listMark]
    for (const [name, part] of Object.entries(what)) {
      if (part === undefined) continue
      names.push(name)
      parts.push(pack(part))
    }
    parts[0] = numberOf(names)
    return parts
  }
  const root = pack(value)
  return { text: JSON.stringify([lists, root]) }
}

const listIn = (what: unknown): readonly unknown[] | null => (Array.isArray(what) ? what : null)

const unpack = (text: string): unknown => {
  const [packedLists, root] = listIn(JSON.parse(text)) ?? []
  const lists = (listIn(packedLists) ?? []).map(listIn)
  const open = (what: unknown): unknown => {
    const parcel = listIn(what)
    if (parcel === null) return what
    const [number, ...parts] = parcel
    const names = lists[Number(number)]
    return names === undefined || names === null ? parts.map(open) : Object.fromEntries(names.map((name, place) => [String(name), open(parts[place])]))
  }
  return open(root)
}

const opened = new WeakMap<object, unknown>()

/**
 * What was packed. The router keeps a page’s parcel for Back, and the same parcel always opens to the same object: by it one tells a
 * page that has come back as it was from one that has just been drawn.
 */
export const unpacked = <Value>(parcel: Packed<Value>): Value => {
  if (!opened.has(parcel)) opened.set(parcel, unpack(parcel.text))
  return opened.get(parcel) as Value
}
