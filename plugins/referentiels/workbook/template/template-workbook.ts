import { readMe, templateSample } from '../../texts/template-texts.ts'
import { layoutTexts } from '../../texts/workbook-sheets.ts'
import { renderWorkbook } from '../write/render-workbook.ts'
import { rowsOfDocument } from '../write/rows-of-document.ts'

/** A workbook to start from: what to know, every sheet with its headings, and sample rows that the checks accept. */
export const templateWorkbook = (): Promise<Uint8Array> =>
  renderWorkbook(rowsOfDocument(templateSample, { all: true }), { name: layoutTexts.readMe, lines: readMe })
