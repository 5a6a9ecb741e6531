import { z } from 'zod'

import type { Closest } from '../../engine/findings/closest-name.ts'
import type { CellPlace } from '../../source/source.ts'
import { readCell } from '../read/read-cell.ts'
import { normalName } from '../read/normal-name.ts'
import type { Report } from '../read/report.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { RawRow } from '../xlsx/raw-workbook.ts'
import type { MatchedSheet } from './match-headings.ts'
import type { ColumnPreset, PresetCell, PresetLevel } from './preset.schema.ts'

/** A text of the sheet with its cell. */
export type Said<T = string> = { readonly value: T; readonly place: CellPlace }

/** One element as a row says it. */
export type SaidElement = {
  readonly level: PresetLevel
  readonly depth: number
  readonly row: number
  /** Absent where the preset names no column for it. */
  readonly code?: Said
  readonly fields: ReadonlyMap<TextField, Said>
  readonly imperative?: Said<boolean>
  /** Rows that follow may add to them. */
  readonly lists: Map<ListField, Said<readonly string[]>>
}

export const textFields = ['number', 'title', 'statement', 'about', 'stakes', 'respondent', 'externalCode'] as const
export const listFields = ['questions', 'evidence', 'inspiringQuestions', 'examples'] as const
export type TextField = (typeof textFields)[number]
export type ListField = (typeof listFields)[number]

export type ReadingRows = {
  readonly sheet: MatchedSheet
  readonly preset: ColumnPreset
  readonly report: Report
  readonly closest: Closest
  readonly startsIn1904: boolean
}

const plain = (cell: PresetCell) => (typeof cell === 'string' ? { heading: cell } : cell)

/**
 * Every element that the rows name, in their order. A row that repeats the lowest element, or leaves its name empty, adds
 * its texts to it: one may write a question a row.
 */
export const elementsOf = (reading: ReadingRows): readonly (readonly SaidElement[])[] => {
  const { levels } = reading.preset
  const rows: SaidElement[][] = []
  let last: SaidElement | undefined
  for (const row of reading.sheet.rows) {
    const said: SaidElement[] = []
    levels.forEach((level, depth) => {
      const element = elementOf(level, depth, row, reading)
      if (depth < levels.length - 1) return element && isNamed(element) ? void said.push(element) : undefined
      if (element === undefined || last === undefined || (isNamed(element) && nameOf(element) !== nameOf(last))) {
        if (element && isNamed(element)) said.push((last = element))
      } else addTo(last, element)
    })
    if (said.length > 0) rows.push(said)
  }
  return rows
}

const nameOf = ({ code, fields, level }: SaidElement): string => (level.code === undefined ? fields.get('title')?.value : code?.value) ?? ''
const isNamed = (element: SaidElement): boolean => nameOf(element) !== ''

const addTo = ({ lists }: SaidElement, more: SaidElement): void => {
  for (const [field, said] of more.lists) {
    const before = lists.get(field)
    lists.set(field, before === undefined ? said : { ...before, value: [...before.value, ...said.value] })
  }
}

const elementOf = (level: PresetLevel, depth: number, row: RawRow, reading: ReadingRows): SaidElement | undefined => {
  const code = level.code === undefined ? undefined : codeIn(level.code, row, reading)
  const fields = new Map<TextField, Said>()
  for (const field of textFields) {
    const cell = level[field]
    const said = cell === undefined ? undefined : field === 'number' || field === 'externalCode' ? codeIn(cell, row, reading) : textIn(plain(cell).heading, row, reading)
    if (said) fields.set(field, said)
  }
  const lists = new Map<ListField, Said<readonly string[]>>()
  for (const field of listFields) {
    const cell = level[field]
    const said = cell === undefined ? undefined : listIn(typeof cell === 'string' ? { heading: cell } : cell, row, reading)
    if (said) lists.set(field, said)
  }
  const imperative = level.imperative === undefined ? undefined : flagIn(level.imperative, row, reading)
  if (code === undefined && fields.size === 0 && lists.size === 0) return undefined
  return { level, depth, row: row.number, ...(code && { code }), fields, ...(imperative && { imperative }), lists }
}

const saidIn = (heading: string, form: 'text' | 'code', row: RawRow, { sheet, report, closest, startsIn1904 }: ReadingRows): Said | undefined => {
  const at = sheet.columns.get(heading)
  const cell = at === undefined ? undefined : row.cells.find(({ column }) => column === at)
  if (at === undefined || cell === undefined) return undefined
  const place: CellPlace = { sheet: sheet.raw.name, row: row.number, column: columnLetters(at), heading }
  const read = readCell(cell, { form, schema: z.string(), words: {}, startsIn1904, closest })
  if ('finding' in read) report.tell(place, { path: ['nodes'], ...read.finding })
  return 'finding' in read || typeof read.value !== 'string' ? undefined : { value: read.value, place }
}

const textIn = (heading: string, row: RawRow, reading: ReadingRows): Said | undefined => saidIn(heading, 'text', row, reading)

const codeIn = (cell: PresetCell, row: RawRow, reading: ReadingRows): Said | undefined => {
  const { heading, parts, prefix = '' } = typeof cell === 'string' ? { heading: cell } : cell
  const said = saidIn(heading, 'code', row, reading)
  if (said === undefined) return undefined
  const code = said.value.trim().replace(/\.$/, '')
  return { ...said, value: `${prefix}${parts === undefined ? code : code.split('.').slice(0, parts).join('.')}` }
}

/** What a line begins with that is not of its text. */
const bullet = /^\s*(?:[-–—•▪●*]|\d+[.)])\s+/

const listIn = (cell: { readonly heading: string; readonly split?: 'lines' | 'semicolons' }, row: RawRow, reading: ReadingRows): Said<readonly string[]> | undefined => {
  const said = textIn(cell.heading, row, reading)
  if (said === undefined) return undefined
  const pieces = said.value.split(cell.split === 'semicolons' ? ';' : /\r?\n/)
  const texts = pieces.map((piece) => piece.replace(bullet, '').trim()).filter((piece) => piece !== '')
  return texts.length === 0 ? undefined : { ...said, value: texts }
}

const flagIn = ({ heading, yes }: { readonly heading: string; readonly yes: readonly string[] }, row: RawRow, reading: ReadingRows): Said<boolean> | undefined => {
  const said = textIn(heading, row, reading)
  return said && { ...said, value: yes.some((word) => normalName(word) === normalName(said.value)) }
}
