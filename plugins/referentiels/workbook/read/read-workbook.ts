import { checkSource } from '../../source/check-source.ts'
import type { Columns } from '../columns/columns-source.ts'
import type { CheckedSource } from '../../source/check-source.ts'

type Options = {
  /** Name that findings quote. */
  readonly file?: string
  /** How its columns are read, where it follows no template. */
  readonly columns?: Columns
}

/** Reads and checks the bytes of a workbook, whatever its name. Never throws. */
export const readWorkbook = (bytes: Uint8Array, { file = 'referentiel.xlsx', columns }: Options = {}): CheckedSource =>
  checkSource({ file, text: bytes, columns })
