import type { Workbook } from 'exceljs'
import { describe, expect, it } from 'vitest'

import { checkSource } from '../../source/check-source.ts'
import { annotateWorkbook } from '../annotate/annotate-workbook.ts'
import { readXlsx, workbookLimits } from '../xlsx/read-xlsx.ts'
import { readZip } from '../xlsx/read-zip.ts'
import { aWorkbook, oneScale, opened, threeSheets, withCell } from './a-workbook.ts'

const elements = threeSheets['Éléments'] ?? []
const faulty = { ...threeSheets, Échelles: withCell(oneScale, 2, 6, 'vert'), Éléments: withCell(withCell(elements, 3, 6, 'niveau'), 3, 4, 1.1) }

const noteIn = (workbook: Workbook, sheet: string, address: string): string => {
  const note = workbook.getWorksheet(sheet)?.getCell(address).note
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

const annotated = async (...args: Parameters<typeof aWorkbook>) => {
  const bytes = await aWorkbook(...args)
  const { findings } = checkSource({ file: 'a.xlsx', text: bytes })
  return { bytes, findings, result: annotateWorkbook(bytes, findings) }
}

describe('The faulty workbook, given back', () => {
  it('has a comment in each faulty cell, with the code and the sentence', async () => {
    const { findings, result } = await annotated(faulty)
    const workbook = await opened(result)
    expect(findings.length).toBeGreaterThanOrEqual(3)
    for (const { sheet = '', column, row, code, message } of findings) {
      const note = noteIn(workbook, sheet, `${column}${row}`)
      expect(note).toContain(code)
      expect(note).toContain(message)
    }
    expect(noteIn(workbook, 'Éléments', 'E3')).toBe('')
  })

  it('says the same when it is read again, and every other part keeps its bytes', async () => {
    const { bytes, findings, result } = await annotated(faulty)
    expect(checkSource({ file: 'a.xlsx', text: result }).findings).toEqual(findings)
    const [before, now] = [bytes, result].map((each) => readZip(Buffer.from(each), workbookLimits))
    const touched = [...(before?.parts.keys() ?? [])].filter((name) => !before?.read(name)?.equals(now?.read(name) ?? Buffer.alloc(0)))
    expect(touched.filter((name) => !/^(xl\/worksheets\/sheet\d+\.xml|\[Content_Types\]\.xml)$/.test(name))).toEqual([])
  })

  it('keeps the comments that are there, and adds to that of a faulty cell', async () => {
    const { result } = await annotated(faulty, (_, sheet) => {
      sheet('Éléments').getCell('D3').note = 'À vérifier avec Paul'
      sheet('Éléments').getCell('A1').note = 'Le code'
    })
    const workbook = await opened(result)
    expect(noteIn(workbook, 'Éléments', 'A1')).toBe('Le code')
    expect(noteIn(workbook, 'Éléments', 'D3')).toMatch(/^À vérifier avec Paul\n\nErreur · CODE_NOMBRE\n/)
    expect(noteIn(workbook, 'Éléments', 'F3')).toContain('REF_INCONNUE')
  })

  it('can be annotated again', async () => {
    const { findings, result } = await annotated(faulty)
    const workbook = await opened(annotateWorkbook(result, findings))
    expect(noteIn(workbook, 'Éléments', 'D3')).toContain('CODE_NOMBRE')
  })

  it('keeps drop-downs, pictures and filters', async () => {
    const { result } = await annotated(faulty, (workbook, sheet) => {
      sheet('Éléments').autoFilter = 'A1:F4'
      sheet('Éléments').getCell('C2').dataValidation = { type: 'list', formulae: ['"theme,critere"'] }
      const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
      sheet('Éléments').addImage(workbook.addImage({ buffer: pixel.buffer.slice(pixel.byteOffset, pixel.byteOffset + pixel.length), extension: 'png' }), 'H1:I2')
    })
    const workbook = await opened(result)
    const sheet = workbook.getWorksheet('Éléments')
    expect(sheet?.getImages()).toHaveLength(1)
    expect(sheet?.autoFilter).toBeTruthy()
    expect(sheet?.getCell('C2').dataValidation.type).toBe('list')
    expect(noteIn(workbook, 'Éléments', 'D3')).toContain('CODE_NOMBRE')
  })

  it('says in its first cell what is said of a sheet that it lacks', async () => {
    const { Éléments: _elements, ...rest } = faulty
    const workbook = await opened((await annotated(rest)).result)
    expect(noteIn(workbook, 'Référentiel', 'A1')).toContain('FEUILLE_ABSENTE')
  })

  it('comes back as it is where it is no workbook', () => {
    const bytes = Buffer.from('no workbook')
    expect(annotateWorkbook(bytes, checkSource({ file: 'a.xlsx', text: bytes }).findings)).toBe(bytes)
  })

  it('comes back as it is where the comments that it has are damaged', async () => {
    const bytes = Buffer.from(await aWorkbook(faulty, (_, sheet) => void (sheet('Éléments').getCell('A1').note = 'Le code')))
    const { findings } = checkSource({ file: 'a.xlsx', text: bytes })
    const part = readZip(bytes, workbookLimits).parts.get('xl/comments3.xml') ?? [...readZip(bytes, workbookLimits).parts.values()].find(({ name }) => /comments\d+\.xml$/.test(name))
    bytes.fill(0xff, (part?.offset ?? 0) + 60, (part?.offset ?? 0) + 90)
    expect(checkSource({ file: 'a.xlsx', text: bytes }).findings).toEqual(findings)
    expect(annotateWorkbook(bytes, findings)).toBe(bytes)
  })

  it('places its boxes before what a sheet keeps after them', async () => {
    const { result } = await annotated(faulty, (_, sheet) => {
      sheet('Éléments').addTable({ name: 'T', ref: 'J1', columns: [{ name: 'A' }], rows: [['a']] })
    })
    const read = readXlsx(result)
    const part = 'workbook' in read ? read.workbook.sheets.find(({ name }) => name === 'Éléments')?.part : undefined
    const xml = readZip(Buffer.from(result), workbookLimits).read(part ?? '')?.toString() ?? ''
    expect(xml.indexOf('<legacyDrawing')).toBeGreaterThan(xml.indexOf('</sheetData>'))
    expect(xml.indexOf('<legacyDrawing')).toBeLessThan(xml.indexOf('<tableParts'))
  })
})
