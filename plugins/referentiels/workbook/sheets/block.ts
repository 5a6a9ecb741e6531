import type { FieldPath, StepPath } from './sheet.ts'

export type Block = Record<string, unknown>

export const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path below a block, its own keys alone. */
export const fieldAt = (block: unknown, path: FieldPath): unknown => {
  let value = block
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = (value as readonly unknown[])[key]
    else if (isBlock(value) && Object.hasOwn(value, key)) value = value[key]
    else return undefined
  }
  return value
}

/** The items of the list at a path, where `*` stands for every item of a list on the way, with their positions. */
export const itemsAt = (block: unknown, path: StepPath): readonly { readonly item: unknown; readonly position: readonly number[] }[] => {
  const star = path.indexOf('*')
  if (star === -1) {
    const list = fieldAt(block, path)
    return Array.isArray(list) ? list.map((item: unknown, index) => ({ item, position: [index] })) : []
  }
  return itemsAt(block, path.slice(0, star)).flatMap(({ item, position }) =>
    itemsAt(item, path.slice(star + 1)).map((found) => ({ item: found.item, position: [...position, ...found.position] })),
  )
}
