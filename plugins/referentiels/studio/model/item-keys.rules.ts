import type { Key } from '../paths.ts'
import { namesIn } from '../paths.ts'

/** The keys of a list's items: their names, or positions where one has none or two have the same. */
export const keysOf = (items: readonly unknown[], place: string): readonly Key[] => {
  const names = namesIn(items, place.split('.'))
  const isNamed = names.length === items.length && new Set(names).size === names.length && names.every((name) => name !== '')
  return items.map((_, index) => (isNamed ? (names[index] ?? index) : index))
}
