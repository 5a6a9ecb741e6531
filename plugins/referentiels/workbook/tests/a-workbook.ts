import type { CellValue, Workbook, Worksheet } from 'exceljs'
import exceljs from 'exceljs'

/** Rows of one sheet as an author would type them, the headings first. */
export type TypedSheet = readonly (readonly (CellValue | undefined)[])[]

export type TypedWorkbook = Readonly<Record<string, TypedSheet>>

/** A small référentiel that needs three sheets only. */
export const threeSheets: TypedWorkbook = {
  Référentiel: [
    ['champ', 'valeur'],
    ['format', 'referentiel/1'],
    ['id', 'essai'],
    ['version', '1.0.0'],
    ['titre', 'Essai'],
    ['licence', 'Textes de l’association'],
    ['origine des textes', 'propres'],
  ],
  'Niveaux de plan': [
    ['type', 'libellé', 'évaluable'],
    ['theme', 'Thème', 'non'],
    ['critere', 'Critère', 'oui'],
  ],
  Éléments: [
    ['code', 'parent', 'type', 'numéro', 'titre', 'échelle'],
    ['t1', undefined, 'theme', '1', 'Accueillir'],
    ['c1', 't1', 'critere', '1.1', 'L’entrée'],
    ['c2', 't1', 'critere', '1.2', 'Les horaires'],
  ],
}

export const oneScale: TypedSheet = [
  ['échelle', 'libellé échelle', 'valeur', 'libellé', 'score', 'couleur'],
  ['niveaux', 'Niveaux', '1', 'Pas encore', 1, '#0B6E4F'],
  ['niveaux', undefined, '2', 'Oui', 2, undefined],
  ['niveaux', undefined, 'NC', 'Non concerné', 'hors calcul', undefined],
]

type Change = (workbook: Workbook, sheet: (name: string) => Worksheet) => void

/** The bytes of a workbook with these rows, changed by hand where a test wants what rows can't say. */
export const aWorkbook = async (typed: TypedWorkbook, change?: Change): Promise<Uint8Array> => {
  const workbook = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(typed)) workbook.addWorksheet(name).addRows(rows.map((row) => [...row]))
  const sheet = (name: string): Worksheet => {
    const found = workbook.getWorksheet(name)
    if (!found) throw new Error(`no ${name}`)
    return found
  }
  change?.(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The rows with one cell changed: `B8`-like addresses are for people, rows and columns from 1 for tests. */
export const withCell = (rows: TypedSheet, row: number, column: number, value: CellValue | undefined): TypedSheet =>
  rows.map((cells, index) => (index === row - 1 ? Array.from({ length: Math.max(cells.length, column) }, (_, at) => (at === column - 1 ? value : cells[at])) : cells))

/** What ExcelJS makes of a file. */
export const opened = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new exceljs.Workbook()
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await workbook.xlsx.load(copy)
  return workbook
}
