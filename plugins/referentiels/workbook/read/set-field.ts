import type { Block } from '../sheets/block.ts'
import { isBlock } from '../sheets/block.ts'
import type { FieldPath } from '../sheets/sheet.ts'

/** The block at a path, made where it is missing; undefined where something else stands there. */
export const blockAt = (block: Block, path: readonly string[]): Block | undefined => {
  let at = block
  for (const key of path) {
    const next = (at[key] ??= {})
    if (!isBlock(next)) return undefined
    at = next
  }
  return at
}

/** The list at a path, made where it is missing; undefined where something else stands there. */
export const listAt = (block: Block, path: readonly string[]): unknown[] | undefined => {
  const holder = blockAt(block, path.slice(0, -1))
  const list = holder === undefined ? undefined : (holder[path.at(-1) ?? ''] ??= [])
  return Array.isArray(list) ? list : undefined
}

/** Writes a field below a block; a number in its path is a position in a list. */
export const setField = (block: Block, path: FieldPath, value: unknown): void => {
  const last = path.at(-1)
  if (typeof last === 'number') {
    const list = listAt(block, path.slice(0, -1).map(String))
    if (list) list[last] = value
  } else if (last !== undefined) {
    const holder = blockAt(block, path.slice(0, -1).map(String))
    if (holder) holder[last] = value
  }
}
