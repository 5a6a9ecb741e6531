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

export const draftParts = z.record(z.string(), z.object({ revision: z.number().int(), value: z.unknown() }))
export type DraftParts = z.infer<typeof draftParts>

/** The parts other than nodes and questions, each with its counter, which goes on from the one before. */
export const partsOf = (document: ReferentielDocument, before: DraftParts = {}): DraftParts => {
  const { nodes: _nodes, format: _format, id: _id, version: _version, ...parts } = document
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { revision: (before[name]?.revision ?? 0) + 1, value }]],
    ),
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

/** The document that a draft's rows hold, unchecked: whoever edits rows may leave them in any state. */
export const documentOf = ({
  referentiel,
  version,
  parts,
  rows,
}: {
  readonly referentiel: string
  readonly version: string
  readonly parts: DraftParts
  readonly rows: readonly DraftRow[]
}): unknown => {
  const questions = new Map<string, unknown[]>()
  const inOrder = [...rows].sort((one, other) => one.position - other.position)
  for (const { row, node, code, data } of inOrder) {
    if (row !== 'question' || node === null) continue
    questions.set(node, [...(questions.get(node) ?? []), { code, ...data }])
  }
  return {
    format: documentFormat,
    id: referentiel,
    version,
    ...Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value])),
    nodes: inOrder.flatMap(({ row, code, parent, kind, position, data }) => {
      const asked = questions.get(code)
      const node = { code, ...(parent !== null && { parent }), kind, order: position, ...data, ...(asked && { questions: asked }) }
      return row === 'node' ? [node] : []
    }),
  }
}
