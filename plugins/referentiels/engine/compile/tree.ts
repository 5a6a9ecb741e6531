import type { ReferentielDocument } from '../document/document.schema.ts'
import type { ReferentielNode } from '../document/node.schema.ts'
import type { Subset } from '../document/relations.schema.ts'

/** A node at its place. `isHeading`: kept for what is below it, asks nothing itself. */
export type TreeNode = {
  readonly node: ReferentielNode
  readonly parent: TreeNode | null
  readonly depth: number
  readonly isHeading: boolean
  readonly children: TreeNode[]
}

const childrenByParent = (nodes: readonly ReferentielNode[]): ReadonlyMap<string | null, readonly ReferentielNode[]> => {
  const codes = new Set(nodes.map((node) => node.code))
  const place = new Map(nodes.map((node, position) => [node, node.order ?? position]))
  const ordered = [...nodes].sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0))
  return Map.groupBy(ordered, ({ parent }) => (parent !== undefined && codes.has(parent) ? parent : null))
}

/**
 * The nodes in display order, parents before children: siblings by `order`, else by their place in the file. A node
 * whose parent is unknown is a root, one in a loop of parents is left out; the checks refuse both.
 */
export const treeOf = (document: ReferentielDocument, subset: Subset | undefined): readonly TreeNode[] => {
  const children = childrenByParent(document.nodes)
  const included = subset === undefined ? null : new Set(subset.include)
  const found: TreeNode[] = []
  const waiting: { node: ReferentielNode; parent: TreeNode | null; isIn: boolean }[] = []
  const wait = (parent: TreeNode | null, isIn: boolean) => {
    const below = children.get(parent === null ? null : parent.node.code) ?? []
    for (const node of below.toReversed()) waiting.push({ node, parent, isIn: isIn || included?.has(node.code) === true })
  }
  wait(null, included === null)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, isIn } = next
    const placed: TreeNode = { node, parent, depth: parent === null ? 0 : parent.depth + 1, isHeading: !isIn, children: [] }
    found.push(placed)
    wait(placed, isIn)
  }
  const kept = keptOf(found)
  for (const node of kept) node.parent?.children.push(node)
  return kept
}

/** What is in the subset, and what stands above it. */
const keptOf = (nodes: readonly TreeNode[]): readonly TreeNode[] => {
  const kept = new Set<TreeNode>()
  for (const start of nodes) {
    if (start.isHeading) continue
    for (let node: TreeNode | null = start; node !== null && !kept.has(node); node = node.parent) kept.add(node)
  }
  return nodes.filter((node) => kept.has(node))
}
