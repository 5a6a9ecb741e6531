import type { Change } from '../contract/changes.ts'
import type { NodeRow } from './draft.ts'
import type { Outline } from './outline.rules.ts'
import { branchOf, parentOf, siblingsOf } from './outline.rules.ts'

/**
 * Moving an element in the plan, by keyboard or by hand, and numbering what stands there. Only the order among siblings matters: what
 * two people do in two places of the plan does not meet.
 */

export type Direction = 'up' | 'down' | 'indent' | 'outdent'
/** Where a dragged element would land, seen from the line that it is held over. */
export type Landing = { readonly over: string; readonly where: 'before' | 'after' | 'inside' }
/** Under whom, and before whom; null: at the top, at the end. */
export type Destination = { readonly parent: NodeRow | null; readonly before: NodeRow | null }

export type MoveChange = Extract<Change, { kind: 'move' }>

/** Where a key leads, or null where there is nowhere to go. */
export const destinationOf = (outline: Outline, node: NodeRow, direction: Direction): Destination | null => {
  const parent = parentOf(outline, node)
  const siblings = siblingsOf(outline, node)
  const place = siblings.indexOf(node)
  switch (direction) {
    case 'up': {
      const before = siblings[place - 1]
      return before === undefined ? null : { parent, before }
    }
    case 'down': {
      if (siblings[place + 1] === undefined) return null
      return { parent, before: siblings[place + 2] ?? null }
    }
    case 'indent': {
      const above = siblings[place - 1]
      return above === undefined ? null : { parent: above, before: null }
    }
    case 'outdent': {
      if (parent === null) return null
      const parents = siblingsOf(outline, parent)
      return { parent: parentOf(outline, parent), before: parents[parents.indexOf(parent) + 1] ?? null }
    }
  }
}

/** Where a drop leads, or null where it would put an element inside itself. */
export const landingPlace = (outline: Outline, node: NodeRow, { over, where }: Landing): Destination | null => {
  const target = outline.byId.get(over)
  if (target === undefined || branchOf(outline, node).includes(target)) return null
  if (where === 'inside') return { parent: target, before: null }
  const siblings = siblingsOf(outline, target)
  const parent = parentOf(outline, target)
  if (where === 'before') return { parent, before: target }
  const next = siblings.slice(siblings.indexOf(target) + 1).find((sibling) => sibling !== node)
  return { parent, before: next ?? null }
}

/** The move as the server takes it; null when the node stands there already. */
export const moveTo = (outline: Outline, node: NodeRow, { parent, before }: Destination): MoveChange | null => {
  const others = (parent === null ? outline.roots : outline.childrenOf(parent.code)).filter((other) => other !== node)
  const index = before === null ? others.length : others.indexOf(before)
  if (index < 0) return null
  const there = [...others.slice(0, index), node, ...others.slice(index)]
  const isThere = parentOf(outline, node) === parent && siblingsOf(outline, node).every((sibling, place) => sibling === there[place])
  if (isThere) return null
  return { kind: 'move', row: node.id, parent: parent?.id ?? null, after: others[index - 1]?.id ?? null, base: node.revision }
}

export type RenumberChange = Extract<Change, { kind: 'renumber' }>

/** New numbers below an element, or for the whole plan (null); null where nothing stands there. */
export const renumberBelow = (outline: Outline, parent: NodeRow | null): RenumberChange | null => {
  const below = parent === null ? outline.roots : outline.childrenOf(parent.code)
  return below.length === 0 ? null : { kind: 'renumber', parent: parent?.id ?? null, style: 'nested' }
}

/** A place between two others, for as long as the server has not said its own. */
export const between = (above: number | undefined, below: number | undefined): number => {
  if (above === undefined) return (below ?? 1) - 1
  return below === undefined ? above + 1 : (above + below) / 2
}
