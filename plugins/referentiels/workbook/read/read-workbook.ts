import { checkSource } from '../../source/check-source.ts'
import type { CheckedSource } from '../../source/check-source.ts'

/** Reads and checks the bytes of a workbook, whatever its name. Never throws. */
export const readWorkbook = (bytes: Uint8Array, file = 'referentiel.xlsx'): CheckedSource => checkSource({ file, text: bytes })
