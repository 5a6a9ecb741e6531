import type { CellRange } from './cell-address.ts'

/** A workbook as it stands in its file: what each cell holds, and nothing of what it means. */

export type RawCell = {
  /** From 0. */
  readonly column: number
  readonly kind: 'text' | 'number' | 'boolean' | 'error'
  /** A text as it is read by people, a number as the file writes it (`1.1`), `1` or `0` of a boolean. */
  readonly text: string
  /** Number format, where it is not the general one: `0.00`, `d-mmm`. */
  readonly format?: string
  readonly isFormula?: true
}

export type RawRow = {
  /** From 1. */
  readonly number: number
  readonly isHidden: boolean
  readonly cells: readonly RawCell[]
}

export type RawSheet = {
  readonly name: string
  /** The part of the archive that holds it. */
  readonly part: string
  /** Rows that hold something, in order. */
  readonly rows: readonly RawRow[]
  readonly merges: readonly CellRange[]
}

export type RawWorkbook = {
  readonly sheets: readonly RawSheet[]
  /** Days count from 1904 instead of 1900. */
  readonly startsIn1904: boolean
}

/** Why a file is not a workbook that can be read. */
export type WorkbookRefusal = {
  readonly code: 'FICHIER_ILLISIBLE' | 'TROP_GROS' | 'MACROS' | 'PROTEGE'
  readonly reason: string
}
