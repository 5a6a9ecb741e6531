import { localeCode } from '../../engine/document/text.schema.ts'
import type { Closest } from '../../engine/findings/closest-name.ts'
import { pointerOf } from '../../source/locate-finding.ts'
import { layoutTexts, sheetTexts } from '../../texts/workbook-sheets.ts'
import type { Column, FieldPath, Sheet } from '../sheets/sheet.ts'
import { sheets } from '../sheets/sheets.ts'
import { headingOf } from '../write/rows-of-document.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { RawCell, RawRow, RawSheet, RawWorkbook } from '../xlsx/raw-workbook.ts'
import { normalName } from './normal-name.ts'
import type { Report } from './report.ts'

/** A column of a sheet that was read: which one, and for which language or member. */
export type ReadColumn = {
  readonly column: Column
  /** As its author wrote it. */
  readonly heading: string
  /** Position in the sheet. */
  readonly at: number
  /** '' for a column without brackets. */
  readonly language: string
  /** What follows the prefix: `public` of `profil:public`. */
  readonly member?: string
}

/** A sheet of the description that the workbook has. */
export type ReadSheet = {
  readonly sheet: Sheet
  readonly raw: RawSheet
  readonly columns: readonly ReadColumn[]
  /** The same by the column of the description: every row asks for each. */
  readonly byId: ReadonlyMap<string, readonly ReadColumn[]>
  /** Rows below the headings that hold something in a known column. */
  readonly rows: readonly RawRow[]
}

type Laying = {
  readonly report: Report
  readonly closest: Closest
  readonly language: string
}

type Finder = Pick<Laying, 'report' | 'closest'> & {
  /** JSON pointers of what is known to be missing. */
  readonly told: Set<string>
}

const nameOf = ({ id }: Sheet): string => sheetTexts[id]?.name ?? id

const isIgnored = (name: string): boolean => name.trim().startsWith('_')

/** Which sheet of the description each sheet of the workbook is: FEUILLE_INCONNUE, FEUILLE_ABSENTE. */
export const findSheets = ({ sheets: raw }: RawWorkbook, { report, closest, told }: Finder): ReadonlyMap<string, RawSheet> => {
  const found = new Map<string, RawSheet>()
  const unknown: string[] = []
  const names = sheets.map(nameOf)
  for (const each of raw) {
    const known = sheets.find((sheet) => normalName(nameOf(sheet)) === normalName(each.name))
    if (known && !found.has(known.id)) found.set(known.id, each)
    else if (!isIgnored(each.name) && normalName(each.name) !== normalName(layoutTexts.readMe)) {
      unknown.push(each.name)
      const free = names.filter((name) => !raw.some((other) => normalName(other.name) === normalName(name)))
      report.tell(
        { sheet: each.name, row: 1, column: 'A' },
        { severity: 'warning', code: 'FEUILLE_INCONNUE', value: each.name, expected: names, suggestion: closest(each.name, free) },
      )
    }
  }
  for (const sheet of sheets.filter(({ isRequired, id }) => isRequired && !found.has(id))) {
    const name = nameOf(sheet)
    for (const path of neededPaths(sheet)) told.add(pointerOf(path))
    const meant = unknown.find((each) => closest(each, [name]) !== undefined)
    report.tell(
      { sheet: meant ?? name, row: 1, column: 'A' },
      { code: 'FEUILLE_ABSENTE', path: pathOf(sheet), value: meant ?? name, expected: name, suggestion: meant === undefined ? undefined : name },
    )
  }
  return found
}

const neededPaths = (sheet: Sheet): readonly FieldPath[] =>
  sheet.shape === 'rows' ? [pathOf(sheet)] : [...(sheet.variants[0]?.fills.values() ?? [])].filter(({ isRequired }) => isRequired).map(({ field }) => field)

/** Where the rows of a sheet stand in the document. */
export const pathOf = (sheet: Sheet): readonly string[] => {
  const first = sheet.variants[0]?.steps[0]?.at ?? []
  const star = first.indexOf('*')
  return star === -1 ? first : first.slice(0, star)
}

const isEmpty = ({ text, isFormula }: RawCell): boolean => isFormula !== true && text.trim() === ''

/** The headings of a sheet, and its rows without what is to be ignored. */
export const layOut = (sheet: Sheet, raw: RawSheet, laying: Laying): ReadSheet => {
  const [first, ...others] = raw.rows
  const headings = first?.number === 1 ? first.cells : []
  const columns = sheet.shape === 'fields' ? fieldColumns(headings, raw, laying) : columnsOf(sheet, headings, raw, laying)
  const known = new Set(columns.map(({ at }) => at))
  const rows = (first?.number === 1 ? others : raw.rows).flatMap((row): readonly RawRow[] => {
    const cells = row.cells.filter((cell) => known.has(cell.column) && !isEmpty(cell))
    return cells.length === 0 ? [] : [{ ...row, cells }]
  })
  if (rows.length > 0 && sheet.shape === 'rows') tellAbsent(sheet, columns, raw, laying)
  const read: ReadSheet = { sheet, raw, columns, byId: Map.groupBy(columns, ({ column }) => column.id), rows }
  tellLayout(read, laying)
  return read
}

/** « champ » and « valeur », wherever the first row says nothing: what stands in A and in B. */
const fieldColumns = (headings: readonly RawCell[], raw: RawSheet, laying: Laying): readonly ReadColumn[] => {
  const column = (id: string): Column => ({ id, form: 'text', isRequired: true })
  const languages = headings.flatMap(({ column: at, text }): readonly ReadColumn[] => {
    const { name, language } = splitHeading(text)
    if (at < 2 || isIgnored(text) || text.trim() === '') return []
    if (normalName(name) === layoutTexts.value && language !== '') return [{ column: column('value'), heading: text.trim(), at, language: language === laying.language ? '' : language }]
    tellUnknown({ at, text }, [`${layoutTexts.value}[en]`], raw, laying)
    return []
  })
  return [
    { column: column('field'), heading: layoutTexts.field, at: 0, language: '' },
    { column: column('value'), heading: layoutTexts.value, at: 1, language: '' },
    ...languages,
  ]
}

const splitHeading = (text: string): { readonly name: string; readonly language: string } => {
  // A longer one is a text that stands in the wrong row, and would be looked through again and again.
  const heading = text.trim().slice(0, 300)
  const parts = /^(.*?)\s*\[\s*([A-Za-z-]+)\s*\]\s*$/.exec(heading)
  return parts === null ? { name: heading, language: '' } : { name: parts[1] ?? '', language: parts[2] ?? '' }
}

const tellUnknown = ({ at, text }: { readonly at: number; readonly text: string }, free: readonly string[], raw: RawSheet, { report, closest }: Laying): void => {
  const suggestion = closest(text.trim(), free)
  report.tell(
    { sheet: raw.name, row: 1, column: columnLetters(at), heading: text.slice(0, 120) },
    { severity: 'warning', code: 'COLONNE_INCONNUE', value: text.slice(0, 120), expected: free, suggestion },
  )
}

const columnsOf = (sheet: Sheet, headings: readonly RawCell[], raw: RawSheet, laying: Laying): readonly ReadColumn[] => {
  const columns: ReadColumn[] = []
  const written = new Set(headings.map(({ text }) => normalName(text)))
  const free = sheet.columns.map((column) => headingOf(sheet, column)).filter((heading) => !written.has(normalName(heading)))
  for (const { column: at, text } of headings) {
    if (text.trim() === '' || isIgnored(text)) continue
    const found = columnOf(sheet, text, laying.language)
    if (found === undefined) {
      tellUnknown({ at, text }, free, raw, laying)
      continue
    }
    const read: ReadColumn = { ...found, heading: text.trim().slice(0, 300), at }
    const twin = columns.find((each) => each.column === read.column && each.language === read.language && each.member === read.member)
    if (twin === undefined) columns.push(read)
    else {
      laying.report.tell(
        { sheet: raw.name, row: 1, column: columnLetters(at), heading: read.heading },
        { code: 'COLONNE_DOUBLE', value: read.heading, path: pathOf(sheet), parameters: { first: columnLetters(twin.at) } },
      )
    }
  }
  return columns
}

const columnOf = (sheet: Sheet, text: string, ownLanguage: string): Omit<ReadColumn, 'heading' | 'at'> | undefined => {
  const { name, language } = splitHeading(text)
  const sought = normalName(name)
  for (const column of sheet.columns) {
    const heading = normalName(headingOf(sheet, column))
    if (column.isPrefix && sought.startsWith(heading) && language === '') {
      const member = name.slice(name.indexOf(':') + 1).trim()
      if (member !== '' && member !== '__proto__') return { column, language: '', member }
    }
    if (column.isPrefix || heading !== sought) continue
    if (language === '' || language === ownLanguage) return { column, language: '' }
    const isText = column.form === 'text' || column.form === 'texts'
    return isText && localeCode.safeParse(language).success ? { column, language } : undefined
  }
  return undefined
}

const tellAbsent = (sheet: Sheet, columns: readonly ReadColumn[], raw: RawSheet, { report }: Laying): void => {
  for (const column of sheet.columns) {
    if (!column.isRequired || columns.some((each) => each.column === column)) continue
    const heading = headingOf(sheet, column)
    const last = Math.max(-1, ...columns.map(({ at }) => at))
    report.tell(
      { sheet: raw.name, row: 1, column: columnLetters(last + 1), heading },
      { code: 'COLONNE_ABSENTE', value: heading, path: pathOf(sheet) },
    )
  }
}

/** What a sheet's shape can hide: hidden rows, merged cells, rows after a gap. */
const tellLayout = ({ raw, columns, rows }: ReadSheet, { report }: Laying): void => {
  const first = columnLetters(columns[0]?.at ?? 0)
  const hidden = rows.filter(({ isHidden }) => isHidden)
  const [firstHidden] = hidden
  if (firstHidden) {
    report.tell({ sheet: raw.name, row: firstHidden.number, column: first }, { severity: 'warning', code: 'LIGNES_MASQUEES', parameters: { count: hidden.length } })
  }
  let before = 1
  for (const { number } of rows) {
    if (number > before + 1) {
      report.tell({ sheet: raw.name, row: number, column: first }, { severity: 'warning', code: 'LIGNE_APRES_VIDE', parameters: { after: before } })
    }
    before = number
  }
  const lastRow = rows.at(-1)?.number ?? 1
  for (const { from, to } of raw.merges) {
    const touched = columns.find(({ at }) => at >= from.column && at <= to.column)
    if (touched === undefined || from.row > lastRow) continue
    const range = `${columnLetters(from.column)}${from.row}:${columnLetters(to.column)}${to.row}`
    report.tell(
      { sheet: raw.name, row: from.row, column: columnLetters(from.column), heading: touched.heading },
      { code: 'CELLULES_FUSIONNEES', value: range },
    )
  }
}
