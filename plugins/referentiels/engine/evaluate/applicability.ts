import { itemsOf, overlaps } from '../conditions/value.ts'
import { ancestorsOf, type Compiled, type CompiledNode } from '../compile/compiled.ts'
import type { ApplicabilityReason } from './evaluation.ts'
import { type EvaluationState, no, unknown, yes } from './state.ts'

const anyOf = (one: number, other: number): number =>
  one === yes || other === yes ? yes : one === unknown || other === unknown ? unknown : no

/** In one grid at least: what is asked of one person is asked. */
const inGrids = ({ given, results }: EvaluationState, node: number): number => {
  const start = given.layout.nodeStarts[node] ?? 0
  const end = given.layout.nodeStarts[node + 1] ?? start
  let result: number = no
  for (let slot = start; slot < end; slot += 1) result = anyOf(result, results.applies[slot] ?? no)
  return result
}

/** Node → whether it applies. A node that asks nothing itself follows what is below it: where nothing is left, nor is it. */
export const applicabilityOfNodes = (compiled: Compiled, state: EvaluationState): Uint8Array => {
  const result = new Uint8Array(compiled.nodes.length)
  for (let index = compiled.nodes.length - 1; index >= 0; index -= 1) {
    const node = compiled.nodes[index]
    const own = inGrids(state, index)
    if (node === undefined || own === no || node.children.length === 0 || node.questions.length > 0) {
      result[index] = own
      continue
    }
    let below: number = no
    for (const child of compiled.program.children[index] ?? []) below = anyOf(below, result[child] ?? no)
    result[index] = below
  }
  return result
}

/** The field of the profile that keeps a node out, or leaves it unknown. */
const profileReason = (compiled: Compiled, { given }: EvaluationState, node: CompiledNode): ApplicabilityReason | null => {
  const failing = node.applies.map(({ field, values }) => {
    const found = given.profile.get(field) ?? null
    return { field, expected: values, found: itemsOf(found).map(String), holds: overlaps(found, values) }
  })
  const cause = failing.find(({ holds }) => holds === false) ?? failing.find(({ holds }) => holds === null)
  if (cause === undefined) return null
  return { code: 'profile', field: cause.field, expected: cause.expected, found: cause.found }
}

/**
 * Why a node that doesn't apply for sure doesn't: the highest cause, since all else follows from it.
 * @param applies the node's value in `applicabilityOfNodes`
 */
export const reasonOfNode = (
  compiled: Compiled,
  state: EvaluationState,
  node: CompiledNode,
  applies: number | undefined,
): ApplicabilityReason => {
  if (inGrids(state, node.index) !== applies) return { code: 'children' }
  const above = ancestorsOf(compiled, node).toReversed()
  const highest = above.find(({ index }) => inGrids(state, index) === applies)
  if (highest !== undefined) return { code: 'parent', node: highest.code }
  return profileReason(compiled, state, node) ?? { code: 'condition', node: node.code }
}
