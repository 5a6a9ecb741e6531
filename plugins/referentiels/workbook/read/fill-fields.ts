import type { DocumentPath } from '../../engine/findings/finding.ts'
import { pointerOf } from '../../source/locate-finding.ts'
import type { CellPlace } from '../../source/source.ts'
import { sheetTexts } from '../../texts/workbook-sheets.ts'
import type { Filled, Sheet, Variant } from '../sheets/sheet.ts'
import { sheets } from '../sheets/sheets.ts'
import { headingOf } from '../write/rows-of-document.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { RawRow } from '../xlsx/raw-workbook.ts'
import type { Filling } from './fill-rows.ts'
import type { ReadSheet } from './layout.ts'
import { pathOf } from './layout.ts'
import { normalName } from './normal-name.ts'
import type { Asked } from './origins.ts'
import { cellAt, placeOf, readColumn } from './row-cells.ts'
import { setField } from './set-field.ts'

const fieldNamed = (sheet: Sheet, name: string): string | undefined =>
  sheet.columns.find((column) => normalName(headingOf(sheet, column)) === normalName(name))?.id

/** Rows of a sheet of fields by the field that each names: the first of each. */
export const fieldRows = ({ sheet, rows, columns }: ReadSheet): ReadonlyMap<string, RawRow> => {
  const found = new Map<string, RawRow>()
  const [names] = columns
  for (const row of rows) {
    const name = names && cellAt(row, names)?.text
    const id = name === undefined ? undefined : fieldNamed(sheet, name)
    if (id !== undefined && !found.has(id)) found.set(id, row)
  }
  return found
}

/** Puts the fields of a sheet, one a row, into the document. */
export const fillFields = (read: ReadSheet, filling: Filling): void => {
  const { report, root, reading, told } = filling
  const fills = read.sheet.variants[0]?.fills ?? new Map<string, Filled>()
  const byField = fieldRows(read)
  const [names, values] = read.columns
  if (names === undefined || values === undefined) return
  for (const row of read.rows) {
    const name = cellAt(row, names)?.text.trim()
    if (name === undefined) {
      report.tell(placeOf(read, row.number, names), { code: 'CELLULE_VIDE' })
      continue
    }
    if (name.startsWith('_')) continue
    const id = fieldNamed(read.sheet, name)
    const place: CellPlace = { ...placeOf(read, row.number, names), heading: name.slice(0, 120) }
    if (id === undefined) {
      const free = read.sheet.columns.filter((column) => !byField.has(column.id)).map((column) => headingOf(read.sheet, column))
      report.tell(place, { severity: 'warning', code: 'CLE_INCONNUE', value: name.slice(0, 120), expected: free, suggestion: reading.closest(name, free) })
      continue
    }
    const first = byField.get(id)
    const fill = fills.get(id)
    if (fill === undefined) continue
    if (first !== row) {
      report.tell(place, { code: 'CLE_DOUBLE', value: name.slice(0, 120), path: fill.field, parameters: { line: first?.number ?? 0 } })
      continue
    }
    const value = readColumn({ row, id: 'value', fill, wordsId: id }, read, reading)
    for (const { place: cell, finding } of value?.problems ?? []) {
      told.add(pointerOf(fill.field))
      report.tell({ ...cell, heading: name }, { path: fill.field, ...finding })
    }
    if (value?.value !== undefined) setField(root, fill.field, value.value)
    else if (value === undefined && fill.isRequired) {
      told.add(pointerOf(fill.field))
      report.tell({ ...placeOf(read, row.number, values), heading: name }, { code: 'CELLULE_VIDE', path: fill.field })
    }
  }
}

/** Where a field of the whole document stands: in its row, or below the last row where it has none. */
const placeOfField = (read: ReadSheet, { fills }: Variant, rest: DocumentPath): CellPlace | undefined => {
  const all = [...fills]
  const inside = all.filter(([, { field }]) => field.every((key, index) => rest[index] === key)).sort(([, one], [, other]) => other.field.length - one.field.length)
  const known = inside[0] ?? all.find(([, { field }]) => rest.every((key, index) => field[index] === key))
  if (known === undefined || rest.length === 0) return undefined
  const [id, { field }] = known
  const heading = headingOf(read.sheet, { id })
  const row = fieldRows(read).get(id)
  if (row === undefined) return { sheet: read.raw.name, row: (read.rows.at(-1)?.number ?? 1) + 1, column: 'A', heading }
  const language = rest[field.length]
  const column = read.columns.find((each) => each.column.id === 'value' && each.language !== '' && each.language === language) ?? read.columns[1]
  return { sheet: read.raw.name, row: row.number, column: columnLetters(column?.at ?? 1), heading }
}

type Sheets = ReadonlyMap<string, ReadSheet>

/** Where parts of the document stand that no row made: fields of the whole, lists of which nothing was read. */
export const documentOrigin =
  (read: Sheets) =>
  (rest: DocumentPath, _asked: Asked): CellPlace => {
    const fields = read.get('document')
    const variant = fields?.sheet.variants[0]
    const place = fields && variant ? placeOfField(fields, variant, rest) : undefined
    if (place) return place
    const sheet = sheets.find((each) => each.shape === 'rows' && pathOf(each).every((key, index) => rest[index] === key)) ?? sheets[0]
    const raw = read.get(sheet?.id ?? '')?.raw
    return { sheet: raw?.name ?? sheetTexts[sheet?.id ?? '']?.name ?? '', row: 1, column: 'A' }
  }
