import type { News, Part as SentPart, Row as SentRow } from '../contract/changes.ts'

/**
 * A draft as the studio's browser holds it: rows by their ids, parts by their names, each with the revision that the
 * server counts. What the format allows is the engine's to say, who may write what the server's.
 */

type Placed = {
  readonly id: string
  readonly code: string
  readonly position: number
  readonly data: Readonly<Record<string, unknown>>
  readonly revision: number
}

/** An element of the plan: theme, chapter, criterion. */
export type NodeRow = Placed & { readonly row: 'node'; readonly parent: string | null; readonly kind: string }
/** A question, under the code of its node. */
export type QuestionRow = Placed & { readonly row: 'question'; readonly node: string }
export type Row = NodeRow | QuestionRow

export type Part = { readonly revision: number; readonly value?: unknown }

export type Draft = {
  readonly version: string
  /** The last change of the server's that is in here. */
  readonly sequence: number
  readonly rows: ReadonlyMap<string, Row>
  /** The parts of the document other than nodes and questions: `scales`, `title` … */
  readonly parts: ReadonlyMap<string, Part>
}

export const isNode = (row: Row): row is NodeRow => row.row === 'node'
export const isQuestion = (row: Row): row is QuestionRow => row.row === 'question'

/** A row as the server sends it, with the fields of its sort. */
export const rowOf = ({ id, row, code, node, parent, kind, position, data, revision }: SentRow): Row =>
  row === 'node'
    ? { id, row, code, parent, kind: kind ?? '', position, data, revision }
    : { id, row, code, node: node ?? '', position, data, revision }

export const draftOf = ({ version, sequence, rows, parts }: {
  readonly version: string
  readonly sequence: number
  readonly rows: readonly SentRow[]
  readonly parts: Readonly<Record<string, SentPart>>
}): Draft => ({
  version,
  sequence,
  rows: new Map(rows.map((row) => [row.id, rowOf(row)])),
  parts: new Map(Object.entries(parts)),
})

/** The draft with what the server tells of it; the same one when there is nothing new. */
export const takeNews = (draft: Draft, news: News): Draft => {
  if (news.sequence <= draft.sequence && news.version === draft.version) return draft
  const rows = new Map(draft.rows)
  for (const id of news.removed) rows.delete(id)
  for (const row of news.rows) rows.set(row.id, rowOf(row))
  const parts = new Map(draft.parts)
  for (const [name, part] of Object.entries(news.parts)) {
    if (part.value === undefined) parts.delete(name)
    else parts.set(name, part)
  }
  return { version: news.version, sequence: news.sequence, rows, parts }
}

/** The value of a part, or nothing. */
export const partOf = (draft: Draft, name: string): unknown => draft.parts.get(name)?.value

/** The number that people see, where the node has one. */
export const numberOf = ({ data }: Pick<Row, 'data'>): string => (typeof data['number'] === 'string' ? data['number'] : '')
