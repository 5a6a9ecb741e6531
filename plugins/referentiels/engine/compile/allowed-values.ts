import type { ReferentielDocument } from '../document/document.schema.ts'
import type { CompiledScale, CompiledScaleValue } from './compiled.ts'
import type { Localise } from './localise.ts'
import type { Condition } from './program.ts'
import { allowedAt, type ReadCondition } from './read-condition.ts'
import type { TreeNode } from './tree.ts'

/** The values of a scale as one node allows them. */
export type AllowedValues = (scale: CompiledScale, tree: TreeNode) => readonly CompiledScaleValue[]

export type ValueConditions = ReadonlyMap<string, readonly Condition[]>

/** Scale → the conditions of its values, in their order. */
export const valueConditionsOf = (document: ReferentielDocument, read: ReadCondition): ValueConditions =>
  new Map((document.scales ?? []).map((scale) => [scale.code, scale.values.map((value) => read(value.allowedIf))]))

/** Nodes that allow the same values share one list of them: a large document has few. */
export const allowedValuesFrom = (
  conditions: ValueConditions,
  texts: Pick<Localise, 'text' | 'optional'>,
): AllowedValues => {
  const shared = new Map<string, readonly CompiledScaleValue[]>()
  return (scale, tree) => {
    const own = conditions.get(scale.code) ?? []
    if (own.every((condition) => condition === null)) return scale.values
    const allowed = own.map((condition) => allowedAt(condition, tree, texts))
    const key = [scale.code, ...allowed].join(' ')
    const known = shared.get(key)
    if (known !== undefined) return known
    const values = scale.values.map((value, place) => ({ ...value, allowed: allowed[place] ?? 'always' }))
    shared.set(key, values)
    return values
  }
}
