import { describe, expect, it } from 'vitest'

import { sheetTexts } from '../../texts/workbook-sheets.ts'
import { checkSource } from '../../source/check-source.ts'
import { sheets } from '../sheets/sheets.ts'
import { templateWorkbook } from '../template/template-workbook.ts'
import { workbookLimits } from '../xlsx/read-xlsx.ts'
import { readZip } from '../xlsx/read-zip.ts'
import { opened } from './a-workbook.ts'

const bytes = await templateWorkbook()
const workbook = await opened(bytes)

describe('The template', () => {
  it('is a référentiel of which nothing is asked but an identifier of its own', () => {
    const { document, findings } = checkSource({ file: 'modele.xlsx', text: bytes })
    expect(findings).toMatchObject([{ severity: 'warning', code: 'IDENTIFIANT_MODELE', sheet: 'Référentiel', row: 3, column: 'B', path: '/id' }])
    expect(document?.nodes.length).toBeGreaterThan(2)
  })

  it('leaves nothing behind of the sheets that one deletes', async () => {
    const fewer = await opened(bytes)
    for (const { name, id } of [...fewer.worksheets]) if (!['Référentiel', 'Niveaux de plan', 'Éléments'].includes(name)) fewer.removeWorksheet(id)
    const { findings } = checkSource({ file: 'modele.xlsx', text: Buffer.from(await fewer.xlsx.writeBuffer()) })
    expect([...new Set(findings.filter(({ severity }) => severity === 'error').map(({ sheet }) => sheet))]).toEqual(['Éléments'])
  })

  it('has every sheet with every heading, and explains itself first', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Lisez-moi', ...sheets.map(({ id }) => sheetTexts[id]?.name)])
    for (const { id, columns, shape } of sheets.filter((sheet) => sheet.shape === 'rows')) {
      const headings = (workbook.getWorksheet(sheetTexts[id]?.name)?.getRow(1).values ?? []) as readonly unknown[]
      for (const { id: column } of columns) {
        const heading = sheetTexts[id]?.columns[column]?.[0] ?? ''
        expect(headings.some((each) => String(each).startsWith(heading)), `${shape} ${id}.${column}`).toBe(true)
      }
    }
  })

  it('freezes its headings, keeps codes as text and offers words to choose', () => {
    for (const sheet of workbook.worksheets.slice(1)) expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    const elements = workbook.getWorksheet('Éléments')
    expect([elements?.getCell('A2').numFmt, elements?.getCell('D3').numFmt]).toEqual(['@', '@'])
    expect(workbook.getWorksheet('Questions')?.getCell('D2').dataValidation.formulae.join()).toContain('choix multiple')
    expect(elements?.getCell('C3').dataValidation.formulae.join()).toContain('Niveaux de plan')
  })

  it('has no macro, no formula and no merged cell', () => {
    const zip = readZip(Buffer.from(bytes), workbookLimits)
    expect([...zip.parts.keys()].filter((name) => /vba|macro/i.test(name))).toEqual([])
    for (const name of zip.parts.keys()) {
      if (name.startsWith('xl/worksheets/sheet')) expect(zip.read(name)?.toString()).not.toMatch(/<f>|<mergeCell/)
    }
  })

  it('names every column once in its sheet', () => {
    for (const { id, columns } of sheets) {
      const headings = columns.map((column) => sheetTexts[id]?.columns[column.id]?.[0])
      expect(headings).not.toContain(undefined)
      expect(new Set(headings).size, id).toBe(headings.length)
      expect(Object.keys(sheetTexts[id]?.columns ?? {}).toSorted()).toEqual(columns.map((column) => column.id).toSorted())
    }
  })
})
