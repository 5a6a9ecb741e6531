/**
 * What an expression is worth, and how values meet. Référentiels hold codes as texts, forms give texts too, and
 * authors write `réponse.x >= 3` as readily as `= "3"`; so the rules lean on what a value looks like:
 *
 * - null is *unknown*: not answered, or without meaning. Whatever compares or computes with it is unknown.
 * - A list of one value is that value, everywhere: a single choice may come as a list. `=` on lists compares sets,
 *   so `profil.public = "PA"` holds for the public PA alone; « PA among others » is `recoupe` or `dans`.
 * - Two texts are equal when they are the same text: codes `"1.1"`, `"1.10"` and `"01"` differ, and so do cases.
 *   A number equals a text that writes it (`"3"`, `"3,5"`, `"-2.0"`); it equals no other.
 * - A boolean equals a text that says it (oui, vrai, true, yes; non, faux, false, no); it equals no other.
 * - There is an order between numbers, texts that write numbers, and days `2026-11-25`; between anything else
 *   `<` is unknown rather than false, so that `"NC" >= 3` hides nothing.
 * - Only numbers and texts that write them are computed with; infinities and NaN are unknown.
 */
export type Scalar = number | string | boolean
export type Value = Scalar | readonly (string | number)[] | null

type Item = string | number
type List = readonly Item[]

const isList = (value: Value): value is List => Array.isArray(value)

const numeric = /^[+-]?\d{1,15}(?:[.,]\d{1,15})?$/

/** `2026-11-25` */
export const isDay = (value: Value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Lower case; a Map, since a text may be `constructor`. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ['oui', true],
  ['vrai', true],
  ['true', true],
  ['yes', true],
  ['non', false],
  ['faux', false],
  ['false', false],
  ['no', false],
])

/** A list of one as its value, and a longer one as null. */
const single = (value: Value): Scalar | null => {
  if (!isList(value)) return value
  return value.length === 1 ? (value[0] ?? null) : null
}

/** A number as it is, unless it lies beyond what numbers can be. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** The number that a value is or writes, or null. */
export const numberOf = (value: Value): number | null => {
  const one = single(value)
  if (typeof one === 'number') return finite(one)
  return typeof one === 'string' && numeric.test(one) ? Number(one.replace(',', '.')) : null
}

/** The truth that a value is or says, or null. */
export const truthOf = (value: Value): boolean | null => {
  const one = single(value)
  if (typeof one === 'boolean') return one
  return typeof one === 'string' ? (truths.get(one.toLowerCase()) ?? null) : null
}

/** False for what was left empty, in whatever form it was left. */
export const isAnswered = (value: Value): boolean => {
  if (value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return !isList(value) || value.length > 0
}

/** The values of a list, one value as a list of itself, and nothing of unknown. */
export const itemsOf = (value: Value): readonly Scalar[] => {
  if (value === null) return []
  return isList(value) ? value : [value]
}

/** Whether a text writes this number or says this truth. */
const writes = (text: string, value: number | boolean): boolean =>
  (typeof value === 'number' ? numberOf(text) : truthOf(text)) === value

const isSame = (one: Scalar, other: Scalar): boolean => {
  if (typeof one === 'string') return typeof other === 'string' ? one === other : writes(one, other)
  return typeof other === 'string' ? writes(other, one) : one === other
}

type Membership = (value: Scalar) => boolean

/** Lists that authors write are shorter; what organisations answer may not be. */
const longestCompared = 16

/** Whether a list holds a value, asked of many values: the time for each doesn't grow with the list. */
const membershipOf = (list: readonly Scalar[]): Membership => {
  if (list.length <= longestCompared) return (value) => list.some((item) => isSame(item, value))
  // A list that long holds texts and numbers alone: a boolean stands by itself.
  const all = new Set(list)
  const texts = list.filter((item) => typeof item === 'string')
  const written = new Set<number | null>(texts.map(numberOf))
  const said = new Set<boolean | null>(texts.map(truthOf))
  return (value) => {
    if (all.has(value)) return true
    if (typeof value === 'number') return written.has(value)
    if (typeof value === 'boolean') return said.has(value)
    const number = numberOf(value)
    return number !== null && all.has(number)
  }
}

/** `=`: the same values, in whatever order. Null when one side is unknown. */
export const equals = (left: Value, right: Value): boolean | null => {
  if (left === null || right === null) return null
  if (!isList(left) && !isList(right)) return isSame(left, right)
  const [ones, others] = [itemsOf(left), itemsOf(right)]
  return ones.every(membershipOf(others)) && others.every(membershipOf(ones))
}

/** `in`: something on the left, and all of it on the right. */
export const isIn = (left: Value, right: Value): boolean | null => {
  if (left === null || right === null) return null
  const items = itemsOf(left)
  return items.length > 0 && items.every(membershipOf(itemsOf(right)))
}

/** `overlaps`: at least one value on both sides. */
export const overlaps = (left: Value, right: Value): boolean | null => {
  if (left === null || right === null) return null
  return itemsOf(left).some(membershipOf(itemsOf(right)))
}

/** Below, at or above 0 as the left value comes before, with or after the right one; null when they have no order. */
export const orderOf = (left: Value, right: Value): number | null => {
  const [first, second] = [numberOf(left), numberOf(right)]
  if (first !== null && second !== null) return Math.sign(first - second)
  const [one, other] = [single(left), single(right)]
  if (!isDay(one) || !isDay(other)) return null
  return one === other ? 0 : one < other ? -1 : 1
}

/** The very same value: `"1"` and 1 are equal and not identical. */
export const isIdentical = (one: Value, other: Value): boolean => {
  if (!isList(one) || !isList(other)) return one === other
  return one.length === other.length && one.every((item, place) => item === other[place])
}
