import type { Expression, Reference } from './expression.ts'
import { parseExpression } from './parse-expression.ts'
import { partsOf, referencesOf } from './references-of.ts'

export type Renaming = {
  /** The new name of what a reference names; undefined where it stays. */
  readonly reference?: (reference: Reference) => string | undefined
  /** The new form of a quoted value that is compared with a reference; undefined where it stays. */
  readonly literal?: (value: string, against: Reference) => string | undefined
}

type Edit = { readonly at: number; readonly length: number; readonly to: string }

/**
 * A condition or formula with other names in it, and every other letter as its author wrote it. What can't be read stays
 * as it is: it is reported as such, and nothing in it can be told for a name.
 */
export const renameReferences = (source: string, renaming: Renaming): string => {
  const parsed = parseExpression(source)
  if (!parsed.ok) return source
  const text = source.normalize('NFC')
  const edits = [...referenceEdits(parsed.value, text, renaming), ...literalEdits(parsed.value, text, renaming)]
  return edits
    .toSorted((one, other) => other.at - one.at)
    .reduce((written, { at, length, to }) => written.slice(0, at) + to + written.slice(at + length), text)
}

const referenceEdits = (expression: Expression, text: string, { reference: renamed }: Renaming): readonly Edit[] =>
  referencesOf(expression).flatMap((reference) => {
    const to = renamed?.(reference)
    if (to === undefined || !('name' in reference)) return []
    const at = text.indexOf('.', reference.at) + 1
    return text.startsWith(reference.name, at) ? [{ at, length: reference.name.length, to }] : []
  })

const literalEdits = (expression: Expression, text: string, renaming: Renaming): readonly Edit[] => [
  ...(expression.kind === 'comparison' ? comparedEdits(expression.left, expression.right, text, renaming) : []),
  ...(expression.kind === 'comparison' ? comparedEdits(expression.right, expression.left, text, renaming) : []),
  ...partsOf(expression).flatMap((part) => literalEdits(part, text, renaming)),
]

const comparedEdits = (against: Expression, side: Expression, text: string, { literal: renamed }: Renaming): readonly Edit[] => {
  if (against.kind !== 'reference' || renamed === undefined) return []
  const literals: readonly Expression[] = side.kind === 'list' ? side.items : [side]
  return literals.flatMap((literal) => {
    const to = literal.kind === 'string' ? renamed(literal.value, against) : undefined
    if (to === undefined || literal.kind !== 'string') return []
    // After the opening quote; a value with an escaped quote in it is no code.
    const at = literal.at + 1
    return text.startsWith(literal.value, at) ? [{ at, length: literal.value.length, to }] : []
  })
}
