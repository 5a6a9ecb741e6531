import { describe, expect, it } from 'vitest'

import { surveyWorkbook } from '../columns/survey-workbook.ts'
import { readWorkbook } from '../read/read-workbook.ts'
import { readXlsx, workbookLimits } from '../xlsx/read-xlsx.ts'
import { readZip } from '../xlsx/read-zip.ts'
import { rewriteZip } from '../xlsx/rewrite-zip.ts'
import { aWorkbook } from './a-workbook.ts'

/** The workbook with another first sheet, written by hand. */
const withSheet = async (xml: string): Promise<Uint8Array> => {
  const bytes = Buffer.from(await aWorkbook({ Grille: [['Titre'], ['Un']] }))
  return rewriteZip(bytes, readZip(bytes, workbookLimits).parts, new Map([['xl/worksheets/sheet1.xml', xml]]))
}

/** A few thousand bytes each, that once held the reader for half a minute: the test's own time tells when one does again. */
describe('A small file that asks for much work', () => {
  it('by a cell that no spreadsheet could hold is refused', async () => {
    const bytes = await withSheet(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row></sheetData></worksheet>`)
    expect(readXlsx(bytes)).toEqual({ refusal: { code: 'TROP_GROS', reason: 'cells' } })
  })

  it('by one text in thousands of cells is refused', async () => {
    const text = 'x'.repeat(32_000)
    const bytes = await aWorkbook({ Grille: Array.from({ length: 40 }, () => Array.from({ length: 60 }, () => text)) })
    expect(surveyWorkbook(bytes)).toEqual({ refusal: { code: 'TROP_GROS', reason: 'cells' } })
    expect(readWorkbook(bytes).findings.map(({ code }) => code)).toEqual(['TROP_GROS'])
  })

  it('by a tag of millions of words is read like any other', async () => {
    const bytes = await withSheet(`<worksheet><sheetData><row r="1"><c ${'r '.repeat(5_000_000)} r="A1" t="inlineStr"><is><t>Axe</t></is></c></row></sheetData></worksheet>`)
    expect(readXlsx(bytes)).toMatchObject({ workbook: { sheets: [{ rows: [{ cells: [{ text: 'Axe' }] }] }] } })
  })
})
