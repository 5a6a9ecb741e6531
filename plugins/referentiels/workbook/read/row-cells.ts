import type { Closest } from '../../engine/findings/closest-name.ts'
import type { Finding } from '../../engine/findings/finding.ts'
import type { CellPlace } from '../../source/source.ts'
import { wordsOf } from '../../texts/workbook-words.ts'
import type { Filled, Sheet } from '../sheets/sheet.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { RawCell, RawRow } from '../xlsx/raw-workbook.ts'
import type { ReadColumn, ReadSheet } from './layout.ts'
import { readCell } from './read-cell.ts'

/** What is known while a workbook is read. */
export type Reading = {
  readonly startsIn1904: boolean
  readonly closest: Closest
  /** The language of texts that name none. */
  readonly language: string
}

export type Problem = { readonly place: CellPlace; readonly finding: Pick<Finding, 'code'> & Partial<Finding> }

/** What a row says in one column, with its other languages or members; and what is wrong there. */
export type ColumnValue = { readonly value: unknown; readonly problems: readonly Problem[]; readonly place: CellPlace }

export const placeOf = ({ raw }: Pick<ReadSheet, 'raw'>, row: number, { at, heading }: Pick<ReadColumn, 'at' | 'heading'>): CellPlace => ({
  sheet: raw.name,
  row,
  column: columnLetters(at),
  heading,
})

type Cell = { readonly column: ReadColumn; readonly cell: RawCell }

export const cellAt = (row: RawRow, { at }: Pick<ReadColumn, 'at'>): RawCell | undefined => row.cells.find(({ column }) => column === at)

const isType = (sheet: Sheet, id: string): boolean => id === 'type' && Object.keys(wordsOf(sheet.id, id)).length > 0

type ColumnAsked = {
  readonly row: RawRow
  readonly id: string
  readonly fill: Pick<Filled, 'form' | 'schema'>
  /** What stands in each column one row above. */
  readonly above?: ReadonlyMap<number, string>
  /** The field whose words may stand there, where it is not the column's own. */
  readonly wordsId?: string
}

/** Reads one column of a row for what a variant fills with it; undefined where the row says nothing there. */
export const readColumn = (
  { row, id, fill, above, wordsId = id }: ColumnAsked,
  read: ReadSheet,
  reading: Reading,
): ColumnValue | undefined => {
  const cells: Cell[] = []
  for (const column of read.byId.get(id) ?? []) {
    const cell = cellAt(row, column)
    if (cell !== undefined) cells.push({ column, cell })
  }
  const [first] = cells
  if (first === undefined) return undefined
  const problems: Problem[] = []
  const values = cells.flatMap(({ column, cell }) => {
    const words = wordsOf(read.sheet.id, wordsId)
    const { startsIn1904, closest } = reading
    const got = readCell(cell, { ...fill, words, startsIn1904, closest, above: above?.get(column.at), isType: isType(read.sheet, id) })
    if ('finding' in got) problems.push({ place: placeOf(read, row.number, column), finding: got.finding })
    return 'finding' in got || got.value === undefined ? [] : [{ column, value: got.value }]
  })
  const place = placeOf(read, row.number, first.column)
  if (values.length === 0 && problems.length === 0) return undefined
  return { value: together(values, fill.form, reading.language), problems, place }
}

type Value = { readonly column: ReadColumn; readonly value: unknown }

const together = (values: readonly Value[], form: Filled['form'], language: string): unknown => {
  const [first] = values
  if (first === undefined) return undefined
  if (first.column.member !== undefined) return Object.fromEntries(values.map(({ column, value }) => [column.member, value]))
  if (form === 'text') return oneText(values, language)
  if (form !== 'texts') return first.value
  const lists = values.map(({ column, value }) => ({ column, list: Array.isArray(value) ? (value as readonly unknown[]) : [] }))
  const length = Math.max(...lists.map(({ list }) => list.length))
  const items = Array.from({ length }, (_, index) =>
    oneText(lists.flatMap(({ column, list }) => (list[index] === undefined ? [] : [{ column, value: list[index] }])), language),
  )
  return items.filter((item) => item !== undefined)
}

/** A sentence in its own language alone is that sentence. */
const oneText = (values: readonly Value[], language: string): unknown => {
  const [first, ...others] = values
  if (first === undefined) return undefined
  if (others.length === 0 && first.column.language === '') return first.value
  return Object.fromEntries(values.map(({ column, value }) => [column.language === '' ? language : column.language, value]))
}
