import type { DataValidation, Workbook, Worksheet } from 'exceljs'

import { layoutTexts, sheetTexts } from '../../texts/workbook-sheets.ts'
import { cellWords, wordsOf } from '../../texts/workbook-words.ts'
import type { CellForm } from '../sheets/sheet.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import { workbookLimits } from '../xlsx/read-xlsx.ts'
import { readZip } from '../xlsx/read-zip.ts'
import { rewriteZip } from '../xlsx/rewrite-zip.ts'
import type { CellValue } from './write-cell.ts'
import { localLabels, type WrittenSheet } from './rows-of-document.ts'

/**
 * Rows as an .xlsx file. ExcelJS writes it and is loaded here alone; it stores what begins with = as a text, never as a
 * formula.
 */

declare module 'exceljs' {
  interface Worksheet {
    /** Missing from the library's types: a drop-down for a whole range. */
    readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void }
  }
}

/** More than a spreadsheet accepts in one cell. */
export class CellTooLong extends Error {
  override readonly name = 'CellTooLong'
}

const longestCell = 32_767

/** Rows below the written ones that have their drop-downs and formats already. */
const spareRows = 200

const headingFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9EFEA' } } as const

/** Signs that XML can't hold, and what looks like their writing, as spreadsheets write them: `_x0007_`. */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )

const cellOf = (value: CellValue | undefined): CellValue | null => {
  if (typeof value !== 'string') return value ?? null
  if (value.length > longestCell) throw new CellTooLong(`${value.slice(0, 40)}…`)
  return escaped(value)
}

const widths: Readonly<Record<CellForm, number>> = {
  text: 48,
  texts: 30,
  code: 16,
  codes: 24,
  number: 10,
  score: 12,
  boolean: 12,
  day: 14,
  word: 20,
  words: 22,
  values: 24,
  none: 18,
}

const isNumeric = (form: CellForm): boolean => form === 'number' || form === 'score'

/** Words of a drop-down; none where a cell holds several, or what an author names. */
const choices = (sheet: string, column: string, form: CellForm): readonly string[] => {
  if (form === 'boolean') return [cellWords.yes, cellWords.no]
  if (form === 'none') return [cellWords.none]
  return form === 'word' ? Object.values(wordsOf(sheet, column)) : []
}

const styleHeadings = (sheet: Worksheet, helps: readonly string[]): void => {
  const row = sheet.getRow(1)
  row.font = { bold: true }
  helps.forEach((help, index) => {
    const cell = row.getCell(index + 1)
    cell.fill = headingFill
    cell.alignment = { vertical: 'top', wrapText: true }
    if (help !== '') cell.note = help
  })
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: 1 }]
}

/** Columns whose words stand in the first column of another sheet. */
const references: ReadonlyMap<string, string> = new Map([
  ...['nodes.kind', 'aggregates.kind', 'totals.kind'].map((column): [string, string] => [column, 'kinds']),
  ...['nodes.parent', 'questions.node', 'levelTexts.node', 'help.node', 'subsets.node', 'dialogue.node'].map((column): [string, string] => [column, 'nodes']),
])

/** Rows of the other sheet among which one chooses. */
const referredRows = 2_000

/** Offers what stands in the other sheet, and says nothing of what does not: the check does. */
const referTo = (sheet: Worksheet, range: string, id: string): void => {
  const name = sheetTexts[id]?.name ?? id
  sheet.dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`'${name}'!$A$2:$A$${referredRows}`],
    showErrorMessage: false,
  })
}

const dropDown = (sheet: Worksheet, range: string, words: readonly string[]): void => {
  sheet.dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
    showErrorMessage: true,
    errorStyle: 'warning',
  })
}

/** One row per field: its name, its value, and its value in other languages. */
const renderFields = (sheet: Worksheet, { sheet: described, columns, rows }: WrittenSheet): void => {
  const values = new Map(columns.map(({ heading }, index) => [heading, rows[0]?.[index]]))
  const languages = [...new Set(columns.flatMap(({ heading }) => /\[(.+)\]$/.exec(heading)?.[1] ?? []))]
  sheet.addRow([layoutTexts.field, layoutTexts.value, ...languages.map((language) => `${layoutTexts.value}[${language}]`)])
  styleHeadings(sheet, ['', ''])
  sheet.getColumn(1).width = 26
  for (let index = 2; index <= languages.length + 2; index += 1) Object.assign(sheet.getColumn(index), { width: 80, numFmt: '@' })
  const labels = localLabels(described, columns)
  labels.forEach(({ column, label }, index) => {
    const row = sheet.addRow([label, cellOf(values.get(label)), ...languages.map((language) => cellOf(values.get(`${label}[${language}]`)))])
    row.alignment = { vertical: 'top', wrapText: true }
    const help = sheetTexts[described.id]?.columns[column.id]?.[1]
    if (help !== undefined) row.getCell(1).note = help
    const words = choices(described.id, column.id, column.form)
    if (words.length > 0) dropDown(sheet, `B${index + 2}`, words)
  })
}

const renderRows = (sheet: Worksheet, { sheet: described, columns, rows }: WrittenSheet): void => {
  const helps = sheetTexts[described.id]?.columns ?? {}
  sheet.columns = columns.map(({ column, heading }) => ({
    header: heading,
    width: Math.max(widths[column.form], Math.min(30, heading.length + 2)),
    style: { numFmt: isNumeric(column.form) ? 'General' : '@', alignment: { vertical: 'top' as const, wrapText: true } },
  }))
  sheet.addRows(rows.map((row) => row.map(cellOf)))
  styleHeadings(sheet, columns.map(({ column }) => helps[column.id]?.[1] ?? ''))
  columns.forEach(({ column }, index) => {
    const words = choices(described.id, column.id, column.form)
    const letters = columnLetters(index)
    const range = `${letters}2:${letters}${rows.length + spareRows}`
    const referred = references.get(`${described.id}.${column.id}`)
    if (words.length > 0) dropDown(sheet, range, words)
    if (referred !== undefined) referTo(sheet, range, referred)
  })
}

/** Excel keeps the day on which a file was made; ours are the same bytes for the same content. */
const noDay = new Date(Date.UTC(2020, 0, 1))

export type Explanation = { readonly name: string; readonly lines: readonly (readonly [string, string])[] }

const renderExplanation = (workbook: Workbook, { name, lines }: Explanation): void => {
  const sheet = workbook.addWorksheet(name)
  sheet.getColumn(1).width = 26
  sheet.getColumn(2).width = 110
  for (const line of lines) {
    const row = sheet.addRow([...line])
    row.alignment = { vertical: 'top', wrapText: true }
    row.getCell(1).font = { bold: true }
  }
}

/** The bytes of an .xlsx file with these sheets, the same whenever it is made. Throws `CellTooLong` for what no cell can hold. */
export const renderWorkbook = async (written: readonly WrittenSheet[], explanation?: Explanation): Promise<Uint8Array> => {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.created = noDay
  workbook.modified = noDay
  if (explanation) renderExplanation(workbook, explanation)
  for (const each of written) {
    const sheet = workbook.addWorksheet(sheetTexts[each.sheet.id]?.name ?? each.sheet.id)
    if (each.sheet.shape === 'fields') renderFields(sheet, each)
    else renderRows(sheet, each)
  }
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
  // The archive notes the hour of its making with every part.
  return rewriteZip(bytes, readZip(bytes, workbookLimits).parts, new Map())
}
