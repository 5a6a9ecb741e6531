import { type Columns, columnsSource } from '../workbook/columns/columns-source.ts'
import { workbookSource } from '../workbook/read/workbook-source.ts'
import { looksLikeWorkbook } from '../workbook/xlsx/read-xlsx.ts'
import type { TextFile } from './read-text.ts'
import { readText } from './read-text.ts'
import type { Source } from './source.ts'

/** A text as `TextFile` has it, or a workbook, told by its ending (`.xlsx`) or its first bytes. */
export type SourceFile = TextFile & {
  /** A workbook that follows no template, and how its columns are read. @default the template's own sheets */
  readonly columns?: Columns
}

/**
 * Reads a YAML or JSON file into a plain value whose every part has a line and a column, or a workbook into one whose every
 * part has a cell. Never throws.
 */
export const readSource = ({ columns, ...given }: SourceFile): Source => {
  const { file, text } = given
  if (columns !== undefined) return columnsSource({ file, bytes: typeof text === 'string' ? Buffer.from(text) : text }, columns)
  if (typeof text !== 'string' && (/\.xl(s|sx|sm|tx|tm)$/i.test(file) || looksLikeWorkbook(text))) return workbookSource({ file, bytes: text })
  return readText(given)
}
