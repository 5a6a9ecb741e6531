import { columnRoles, type ColumnRole, headingWords, mostLevels, yesWords } from '../../texts/column-roles.ts'
import { tidyText } from '../../engine/document/tidy.ts'
import { normalName } from '../read/normal-name.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { RawRow, RawSheet, WorkbookRefusal } from '../xlsx/raw-workbook.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { fitsPreset } from './match-headings.ts'
import type { ColumnPreset } from './preset.schema.ts'

export type SurveyedColumn = {
  readonly letters: string
  readonly heading: string
  /** The first values that differ, cut short. */
  readonly samples: readonly string[]
  /** Values that differ. */
  readonly distinct: number
  /** Null where nothing is proposed; columns without a heading of their own are left out altogether. */
  readonly role: ColumnRole | null
  /** For what is imperative: the values that say yes. */
  readonly yes: readonly string[]
}

export type SurveyedSheet = { readonly name: string; readonly headingRow: number; readonly rows: number; readonly columns: readonly SurveyedColumn[] }

/** Rows in which headings are looked for: a title and a few words may stand above. */
const mostAbove = 40
const longestHeading = 200
const mostColumns = 60
const mostSamples = 3
const longestSample = 80

/** Words that differ: numbers are no headings. */
const headingsIn = ({ cells }: RawRow): number =>
  new Set(cells.map(({ text }) => normalName(text)).filter((text) => text !== '' && text.length <= longestHeading && !/^[\d.,/ -]+$/.test(text))).size

/** Of the rows that hold nearly as many words as any, the first: a title above holds fewer, and what stands below comes later. */
const headOf = (rows: readonly RawRow[]): RawRow | undefined => {
  const above = rows.slice(0, mostAbove)
  const most = Math.max(0, ...above.map(headingsIn))
  return above.find((row) => headingsIn(row) >= Math.max(1, most * 0.6))
}

type Values = Pick<SurveyedColumn, 'letters' | 'heading' | 'samples' | 'distinct' | 'yes'>

const valuesOf = (column: number, heading: string, rows: readonly RawRow[]): Values => {
  const values = [...new Set(rows.flatMap(({ cells }) => tidyText(cells.find((cell) => cell.column === column)?.text ?? '').trim()).filter((text) => text !== ''))]
  return {
    letters: columnLetters(column),
    heading,
    samples: values.slice(0, mostSamples).map((text) => (text.length > longestSample ? `${text.slice(0, longestSample - 1).replace(/[\ud800-\udbff]$/, '')}…` : text)),
    distinct: values.length,
    yes: values.filter((text) => yesWords.has(normalName(text))).slice(0, 10),
  }
}

const asked = (heading: string): (typeof headingWords)[number][1] | null =>
  headingWords.find(([words]) => words.test(normalName(heading)))?.[1] ?? null

const isRole = (word: string): word is ColumnRole => columnRoles.some((role) => role === word)

/** A role once each, and a level for each title in the order of the columns; a number is that of the title which follows it. */
const withRoles = (columns: readonly Values[]): readonly SurveyedColumn[] => {
  const kinds = columns.map(({ heading }) => asked(heading))
  const titles = kinds.flatMap((kind, index) => (kind === 'title' ? [index] : [])).slice(0, mostLevels)
  // Without a word that tells a title, the first column of texts that all differ is the lowest one.
  const named = titles.length > 0 ? titles : columns.flatMap(({ distinct }, index) => (kinds[index] === null && distinct > 1 ? [index] : [])).slice(0, 1)
  const taken = new Set<string>()
  const roleOf = (index: number): ColumnRole | null => {
    const kind = kinds[index] ?? null
    const level = named.indexOf(index) + 1
    const below = named.findIndex((title) => title > index)
    const role = level > 0 ? `title${level}` : kind === 'code' ? `code${below === -1 ? named.length : below + 1}` : kind
    if (role === null || !isRole(role) || taken.has(role)) return null
    taken.add(role)
    return role
  }
  return columns.map((column, index) => ({ ...column, role: roleOf(index) }))
}

const surveyed = ({ name, rows }: RawSheet): SurveyedSheet | null => {
  const head = headOf(rows)
  if (head === undefined) return null
  const below = rows.filter(({ number }) => number > head.number)
  const headings = head.cells.map(({ text, column }) => ({ column, heading: text.trim() }))
  const counts = Map.groupBy(headings, ({ heading }) => normalName(heading))
  const own = headings.filter(({ heading }) => heading !== '' && heading.length <= longestHeading && counts.get(normalName(heading))?.length === 1)
  if (own.length === 0 || below.length === 0) return null
  return { name, headingRow: head.number, rows: below.length, columns: withRoles(own.slice(0, mostColumns).map(({ column, heading }) => valuesOf(column, heading, below))) }
}

type Survey = {
  readonly sheets: readonly SurveyedSheet[]
  /** Names of the presets that know it. */
  readonly known: readonly string[]
}

/**
 * What stands in a workbook that follows no template: its sheets with their headings, samples, and what each column may hold;
 * and which of these presets can read it.
 */
export const surveyWorkbook = (bytes: Uint8Array, presets: ReadonlyMap<string, ColumnPreset> = new Map()): Survey | { readonly refusal: WorkbookRefusal } => {
  const read = readXlsx(bytes)
  if ('refusal' in read) return read
  return {
    sheets: read.workbook.sheets.map(surveyed).filter((sheet) => sheet !== null),
    known: [...presets].filter(([, preset]) => fitsPreset(read.workbook, preset)).map(([name]) => name),
  }
}
