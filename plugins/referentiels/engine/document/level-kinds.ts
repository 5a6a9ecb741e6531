import type { ReferentielDocument } from './document.schema.ts'
import type { ReferentielNode } from './node.schema.ts'

type Shape = Pick<ReferentielDocument, 'kinds' | 'nodes'>

/**
 * What a page and a criterion are when `presentation` says nothing (§3.2): the deepest assessable kind (of two at
 * one depth the later in `kinds`), and the kind at the top of its first node.
 */
export const defaultLevelKinds = ({ kinds, nodes }: Shape, chosen?: string): { criterionKind?: string; pageKind?: string } => {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const criterionKind = deepestAssessable(kinds, nodes, byCode)
  const counted = chosen ?? criterionKind
  const first = inOrder(nodes).find((node) => node.kind === counted)
  return { criterionKind, pageKind: first === undefined ? undefined : ancestryOf(first, byCode).at(-1)?.kind }
}

const inOrder = (nodes: readonly ReferentielNode[]): readonly ReferentielNode[] =>
  nodes
    .map((node, position) => ({ node, place: node.order ?? position }))
    .sort((one, other) => one.place - other.place)
    .map(({ node }) => node)

const deepestAssessable = (
  kinds: Shape['kinds'],
  nodes: Shape['nodes'],
  byCode: ReadonlyMap<string, ReferentielNode>,
): string | undefined => {
  const depths = new Map<string, number>()
  for (const node of nodes) depths.set(node.kind, Math.max(depths.get(node.kind) ?? 0, ancestryOf(node, byCode).length))
  let deepest: string | undefined
  let most = 0
  for (const { code, assessable } of kinds) {
    const depth = depths.get(code) ?? 0
    if (assessable === true && depth >= most) [deepest, most] = [code, depth]
  }
  return deepest
}

/** The node and those above it, up to a root; a loop of parents ends where it closes. */
const ancestryOf = (node: ReferentielNode, byCode: ReadonlyMap<string, ReferentielNode>): readonly ReferentielNode[] => {
  const line = [node]
  const seen = new Set([node.code])
  for (let parent = byCode.get(node.parent ?? ''); parent !== undefined && !seen.has(parent.code); parent = byCode.get(parent.parent ?? '')) {
    seen.add(parent.code)
    line.push(parent)
  }
  return line
}
