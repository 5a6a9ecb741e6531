import type { ReferentielDocument } from '../../engine/document/document.schema.ts'
import { renderWorkbook } from './render-workbook.ts'
import { rowsOfDocument } from './rows-of-document.ts'

/** A référentiel as an .xlsx file, which reads back to the same content hash. */
export const writeWorkbook = (document: ReferentielDocument): Promise<Uint8Array> => renderWorkbook(rowsOfDocument(document))
