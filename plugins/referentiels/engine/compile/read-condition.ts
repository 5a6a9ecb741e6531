import { evaluateCondition } from '../conditions/evaluate-expression.ts'
import type { Reference } from '../conditions/expression.ts'
import { parseExpression } from '../conditions/parse-expression.ts'
import { referencesOf } from '../conditions/references-of.ts'
import type { Value } from '../conditions/value.ts'
import type { Allowed } from './compiled.ts'
import { nodeFact } from './node-facts.ts'
import type { Localise } from './localise.ts'
import type { Condition } from './program.ts'
import type { TreeNode } from './tree.ts'

export type ReadCondition = (source: string | undefined) => Condition

/** Parses each source once. What doesn't parse is unknown: it hides nothing, and the checks have told its author. */
export const conditionReader = (): ReadCondition => {
  const read = new Map<string, Condition>()
  return (source) => {
    if (source === undefined) return null
    const known = read.get(source)
    if (known !== undefined) return known
    const parsed = parseExpression(source)
    const condition = parsed.ok ? parsed.value : 'unknown'
    read.set(source, condition)
    return condition
  }
}

const isOfNode = (reference: Reference) => reference.of === 'node' || reference.of === 'ancestor'

/** Whether a value may be chosen at a node, where nothing but the node decides; a condition that is unknown forbids nothing. */
export const allowedAt = (condition: Condition, tree: TreeNode, texts: Pick<Localise, 'text' | 'optional'>): Allowed => {
  if (condition === null || condition === 'unknown') return 'always'
  if (!referencesOf(condition).every(isOfNode)) return 'depends'
  const resolve = (reference: Reference): Value =>
    reference.of === 'node' || reference.of === 'ancestor' ? nodeFact(tree, reference, texts) : null
  return evaluateCondition(condition, { resolve }) === false ? 'never' : 'always'
}
