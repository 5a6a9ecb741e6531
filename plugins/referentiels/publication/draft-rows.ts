import { z } from 'zod'

import { documentFormat } from '../engine/document/document.schema.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'

/**
 * A draft's document as rows and back. Nothing is lost on the way, so that a document that goes in and comes
 * out has the same content hash.
 */

export const draftRow = z.object({
  row: z.enum(['node', 'question']),
  code: z.string(),
  node: z.string().nullable(),
  parent: z.string().nullable(),
  kind: z.string().nullable(),
  position: z.number().int(),
  data: z.record(z.string(), z.unknown()),
})
export type DraftRow = z.infer<typeof draftRow>

const mark = z.object({ revision: z.number().int(), by: z.string().nullable(), at: z.string() })
export type Mark = z.infer<typeof mark>

/**
 * At which revision of its row or part a place was last changed, when and by whom; and by whom of the others before, since
 * nobody collides with themselves. By `placeKey` (`studio/paths.ts`).
 */
export const marks = z.record(z.string(), mark.extend({ other: mark.optional() }))
export type Marks = z.infer<typeof marks>

/** `touched`: the draft's sequence number of the last change. A part without a value was taken away. */
export const draftParts = z.record(
  z.string(),
  z.object({
    revision: z.number().int(),
    value: z.unknown().optional(),
    touched: z.number().int().optional(),
    marks: marks.optional(),
  }),
)
export type DraftParts = z.infer<typeof draftParts>

/** The parts other than nodes and questions, each with its counter, which goes on from the one before. */
export const partsOf = (
  document: ReferentielDocument,
  { before = {}, touched = 0 }: { readonly before?: DraftParts | undefined; readonly touched?: number } = {},
): DraftParts => {
  const { nodes: _nodes, format: _format, id: _id, version: _version, ...parts } = document
  const values = new Map(Object.entries(parts).filter(([, value]) => value !== undefined))
  const names = new Set([...Object.keys(before), ...values.keys()])
  return Object.fromEntries(
    [...names].map((name) => {
      const counted = { revision: (before[name]?.revision ?? 0) + 1, touched }
      return [name, values.has(name) ? { ...counted, value: values.get(name) } : counted]
    }),
  )
}

/** Nodes and questions, one row each. */
export const rowsOf = (document: ReferentielDocument): readonly DraftRow[] =>
  document.nodes.flatMap(({ code, parent, kind, order, questions = [], ...data }, index) => [
    { row: 'node' as const, code, node: null, parent: parent ?? null, kind, position: order ?? index, data },
    ...questions.map(({ code: question, ...asked }, position) => ({
      row: 'question' as const,
      code: question,
      node: code,
      parent: null,
      kind: null,
      position,
      data: asked,
    })),
  ])

type DraftContent = {
  readonly referentiel: string
  readonly version: string
  readonly parts: DraftParts
  readonly rows: readonly DraftRow[]
  /** Rows were moved or added in the studio: their places only compare with those beside them. */
  readonly isArranged: boolean
}

/**
 * The document that a draft's rows hold, unchecked: whoever edits rows may leave them in any state. Nodes that the studio
 * arranged get the `order` that a file would give them which lists them as they are shown.
 */
export const documentOf = ({ referentiel, version, parts, rows, isArranged }: DraftContent): Readonly<Record<string, unknown>> & { readonly nodes: readonly unknown[] } => {
  const questions = new Map<string, unknown[]>()
  const inOrder = isArranged ? asShown(rows) : [...rows].sort(beside)
  for (const { row, node, code, data } of inOrder) {
    if (row !== 'question' || node === null) continue
    const known = questions.get(node)
    if (known === undefined) questions.set(node, [{ code, ...data }])
    else known.push({ code, ...data })
  }
  const nodes = inOrder.filter(({ row }) => row === 'node')
  return {
    format: documentFormat,
    id: referentiel,
    version,
    ...Object.fromEntries(Object.entries(parts).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))),
    nodes: nodes.map(({ code, parent, kind, position, data }, index) => {
      const asked = questions.get(code)
      const order = isArranged ? index : position
      return { code, ...(parent !== null && { parent }), kind, order, ...data, ...(asked && { questions: asked }) }
    }),
  }
}

type Placed = Pick<DraftRow, 'row' | 'code' | 'parent' | 'position'>

/** The order of rows that stand beside each other. */
export const beside = (one: Placed, other: Placed): number =>
  one.position - other.position || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)

/** Each node with what stands below it, then its next neighbour; what hangs from no first level comes last. */
export const asShown = <Row extends Placed>(rows: readonly Row[]): readonly Row[] => {
  const nodes = rows.filter(({ row }) => row === 'node').sort(beside)
  const children = Map.groupBy(nodes, ({ parent }) => parent)
  const shown = new Set<Row>()
  const waiting = [...(children.get(null) ?? [])].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (shown.has(next)) continue
    shown.add(next)
    waiting.push(...[...(children.get(next.code) ?? [])].reverse())
  }
  return [...shown, ...nodes.filter((node) => !shown.has(node)), ...rows.filter(({ row }) => row === 'question').sort(beside)]
}
