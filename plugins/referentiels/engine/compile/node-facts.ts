import type { AncestorReference, NodeReference } from '../conditions/expression.ts'
import type { Value } from '../conditions/value.ts'
import type { Localise } from './localise.ts'
import type { TreeNode } from './tree.ts'

const isOptional = (tree: TreeNode): boolean => {
  for (let above: TreeNode | null = tree; above !== null; above = above.parent) if (above.node.optional) return true
  return false
}

/**
 * What `node.…` is worth at a node: a fact of its own, or the code of its ancestor of a kind. Unknown (null) where the
 * node has no such fact. Texts are compared as the document's default language writes them.
 */
export const nodeFact = (
  tree: TreeNode,
  reference: NodeReference | AncestorReference,
  { text, optional }: Pick<Localise, 'text' | 'optional'>,
): Value => {
  const { node } = tree
  if (reference.of === 'ancestor') {
    for (let above: TreeNode | null = tree; above !== null; above = above.parent) {
      if (above.node.kind === reference.name) return above.node.code
    }
    return null
  }
  switch (reference.name) {
    case 'code':
      return node.code
    case 'kind':
      return node.kind
    case 'number':
      return node.number ?? null
    case 'imperative':
      return node.imperative ?? false
    case 'optional':
      return isOptional(tree)
    case 'respondent':
      return optional(node.respondent)
    case 'methods':
      return (node.methods ?? []).map(text)
    case 'tags':
      return node.tags ?? []
  }
}
