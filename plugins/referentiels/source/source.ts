import type { DocumentPath, FindingCode, Severity } from '../engine/findings/finding.ts'

/** Line and column, both from 1; a column counts UTF-16 units, as editors do. */
export type TextPlace = { readonly line: number; readonly column: number }

/** A cell of a workbook: rows from 1, columns by their letters. */
export type CellPlace = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  /** What the column is called, or the field of its row. */
  readonly heading?: string
}

export type Place = TextPlace | CellPlace

export const isCell = (place: Place): place is CellPlace => 'sheet' in place

export type LocateOptions = {
  /** The key itself rather than its value. */
  readonly key?: boolean
  /** Offset within a text, where the text is written on one line. */
  readonly at?: number
}

export type Source = {
  readonly file: string
  /** Absent when the file can't be read: `findings` says why. */
  readonly value?: unknown
  readonly findings: readonly LocatedFinding[]
  /** Where a value stands; where the nearest block around it begins when nothing stands there. */
  readonly locate: (path: DocumentPath, options?: LocateOptions) => Place
  /** A number, a boolean or a null as the author wrote it: `1.10`. */
  readonly written: (path: DocumentPath) => string | undefined
  /** JSON pointers of which the reader has said what is wrong: nothing is there, and that is not to be said again. */
  readonly told: ReadonlySet<string>
  /** Findings in the order of the file. */
  readonly compare: (one: LocatedFinding, other: LocatedFinding) => number
}

/** A finding as people and programs read it: `--json` prints these. */
export type LocatedFinding = {
  readonly severity: Severity
  readonly code: FindingCode
  readonly file: string
  /** Of a text, from 1. */
  readonly line?: number
  /** Of a workbook, with the row from 1. */
  readonly sheet?: string
  readonly row?: number
  /** Of a text from 1; of a workbook in letters. */
  readonly column: number | string
  /** What the column is called, or the field of its row. */
  readonly heading?: string
  /** JSON pointer (RFC 6901) to what is wrong. */
  readonly path: string
  readonly value?: string | number | boolean | null
  /** In French. */
  readonly expected?: string
  readonly suggestion?: string
  /** In French: what is wrong, and how to mend it. */
  readonly message: string
}
