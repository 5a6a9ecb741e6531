import type { Draft, NodeRow, QuestionRow } from './draft.ts'
import { isNode, isQuestion } from './draft.ts'

/**
 * The plan of a draft: who stands under whom, in which order, which lines a tree shows. A draft may be in any state,
 * so that what has no parent that exists, or stands in a loop, is shown at the top.
 */
export type Outline = {
  readonly roots: readonly NodeRow[]
  readonly childrenOf: (code: string) => readonly NodeRow[]
  readonly byCode: ReadonlyMap<string, NodeRow>
  readonly byId: ReadonlyMap<string, NodeRow>
  readonly questionsOf: (code: string) => readonly QuestionRow[]
}

const inOrder = (one: { position: number; code: string }, other: { position: number; code: string }): number =>
  one.position - other.position || (one.code < other.code ? -1 : 1)

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The nodes that a walk from the top never meets: each stands in a loop of parents, or below one. */
const unreached = (nodes: readonly NodeRow[], roots: readonly NodeRow[], children: ReadonlyMap<string, readonly NodeRow[]>): readonly NodeRow[] => {
  const met = new Set<NodeRow>()
  const walk = [...roots]
  for (let node = walk.pop(); node !== undefined; node = walk.pop()) {
    if (met.has(node)) continue
    met.add(node)
    walk.push(...(children.get(node.code) ?? []))
  }
  return met.size === nodes.length ? [] : nodes.filter((node) => !met.has(node))
}

export const outlineOf = ({ rows }: Pick<Draft, 'rows'>): Outline => {
  const all = [...rows.values()].sort(inOrder)
  const nodes = all.filter(isNode)
  const byCode = new Map(nodes.toReversed().map((node) => [node.code, node]))
  const hasParent = ({ parent }: NodeRow): boolean => parent !== null && byCode.has(parent)
  const top = nodes.filter((node) => !hasParent(node))
  const below = grouped(nodes.filter(hasParent), ({ parent }) => parent ?? '')
  const lost = new Set(unreached(nodes, top, below))
  const children = lost.size === 0 ? below : new Map([...below].map(([code, each]) => [code, each.filter((node) => !lost.has(node))]))
  const questions = grouped(all.filter(isQuestion), ({ node }) => node)
  return {
    roots: lost.size === 0 ? top : nodes.filter((node) => !hasParent(node) || lost.has(node)),
    childrenOf: (code) => children.get(code) ?? [],
    byCode,
    byId: new Map(nodes.map((node) => [node.id, node])),
    questionsOf: (code) => questions.get(code) ?? [],
  }
}

/** The node's brothers and sisters, itself among them, in order. */
export const siblingsOf = (outline: Outline, node: NodeRow): readonly NodeRow[] => {
  const parent = parentOf(outline, node)
  return parent === null ? outline.roots : outline.childrenOf(parent.code)
}

/** The node above; null at the top. */
export const parentOf = (outline: Outline, node: NodeRow): NodeRow | null => {
  const parent = node.parent === null ? undefined : outline.byCode.get(node.parent)
  return parent !== undefined && outline.childrenOf(parent.code).includes(node) ? parent : null
}

/** The node and everything below it, as one reads. */
export const branchOf = (outline: Outline, node: NodeRow): readonly NodeRow[] => [
  node,
  ...outline.childrenOf(node.code).flatMap((child) => branchOf(outline, child)),
]

/** From the top down to the node, itself last. */
export const pathTo = (outline: Outline, node: NodeRow): readonly NodeRow[] => {
  const parent = parentOf(outline, node)
  return parent === null ? [node] : [...pathTo(outline, parent), node]
}

/** One line of the tree, with what a screen reader says of its place. */
export type TreeLine = {
  readonly node: NodeRow
  /** From 1. */
  readonly level: number
  readonly place: number
  readonly siblings: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
}

/** The lines that show while these nodes are open. */
export const treeLines = (outline: Outline, isOpen: (node: NodeRow) => boolean): readonly TreeLine[] => {
  const lines: TreeLine[] = []
  const add = (nodes: readonly NodeRow[], level: number): void => {
    nodes.forEach((node, index) => {
      const children = outline.childrenOf(node.code)
      const hasChildren = children.length > 0
      const open = hasChildren && isOpen(node)
      lines.push({ node, level, place: index + 1, siblings: nodes.length, hasChildren, isOpen: open })
      if (open) add(children, level + 1)
    })
  }
  add(outline.roots, 1)
  return lines
}

/** All nodes as one reads them, from the top. */
export const readingOrder = (outline: Outline): readonly NodeRow[] => outline.roots.flatMap((node) => branchOf(outline, node))

/** The line that takes the place of a removed one: the next sibling, else the one before, else the parent. */
export const neighbourOf = (outline: Outline, node: NodeRow): NodeRow | null => {
  const siblings = siblingsOf(outline, node)
  const place = siblings.indexOf(node)
  return siblings[place + 1] ?? siblings[place - 1] ?? parentOf(outline, node)
}
