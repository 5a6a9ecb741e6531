import { type Closest, closestName } from '../../engine/findings/closest-name.ts'
import { normalName } from '../read/normal-name.ts'
import { newReport, type Report } from '../read/report.ts'
import { columnLetters } from '../xlsx/cell-address.ts'
import type { RawRow, RawSheet, RawWorkbook } from '../xlsx/raw-workbook.ts'
import type { ColumnPreset, PresetLevel } from './preset.schema.ts'

/** The sheet that a preset reads, its row of headings, and the column of each. */
export type MatchedSheet = {
  readonly raw: RawSheet
  readonly headingRow: number
  /** Position by heading, as the preset writes it. */
  readonly columns: ReadonlyMap<string, number>
  readonly rows: readonly RawRow[]
}

/** Rows in which the headings are looked for: a title and a few words may stand above. */
const mostAbove = 40

const nameOf = (cell: string | { readonly heading: string } | undefined): readonly string[] =>
  cell === undefined ? [] : [typeof cell === 'string' ? cell : cell.heading]

/** Headings of one level: those that its elements can't do without, and the others. */
const headingsOf = (level: PresetLevel): { readonly needed: readonly string[]; readonly others: readonly string[] } => ({
  needed: [...nameOf(level.code), ...nameOf(level.title)],
  others: [
    ...[level.number, level.statement, level.about, level.stakes, level.respondent, level.externalCode].flatMap(nameOf),
    ...[level.imperative, level.questions, level.evidence, level.inspiringQuestions, level.examples].flatMap(nameOf),
  ],
})

type Matching = { readonly preset: ColumnPreset; readonly report: Report; readonly closest: Closest }

const wordsIn = (row: RawRow): readonly string[] => row.cells.map(({ text }) => normalName(text))

/** Finds where the preset's headings stand; tells those that are missing, and those that nobody knows, each with what is alike. */
export const matchHeadings = ({ sheets }: RawWorkbook, { preset, report, closest }: Matching): MatchedSheet | undefined => {
  const levels = preset.levels.map(headingsOf)
  const needed = new Set(levels.flatMap((level) => level.needed))
  const wanted = [...new Set([...needed, ...levels.flatMap(({ others }) => others), ...(preset.ignored ?? [])])]
  const sought = new Set(wanted.map(normalName))
  const candidates = sheets
    .filter(({ name }) => preset.sheet === undefined || normalName(name) === normalName(preset.sheet))
    .flatMap((raw) => raw.rows.slice(0, mostAbove).map((row) => ({ raw, row, count: new Set(wordsIn(row).filter((word) => sought.has(word))).size })))
  const best = candidates.reduce<(typeof candidates)[number] | undefined>((one, other) => (one === undefined || other.count > one.count ? other : one), undefined)
  const [first] = sheets
  if (best === undefined || best.count === 0) {
    const name = preset.sheet ?? first?.name ?? ''
    report.tell({ sheet: first?.name ?? '', row: 1, column: 'A' }, { code: 'COLONNE_ABSENTE', value: [...needed][0] ?? '', path: ['nodes'], parameters: { sheet: name } })
    return undefined
  }
  const { raw, row } = best
  const columns = new Map<string, number>()
  const byName = new Map(row.cells.toReversed().map(({ text, column }) => [normalName(text), column]))
  for (const heading of wanted) {
    const found = byName.get(normalName(heading))
    if (found !== undefined) columns.set(heading, found)
  }
  const known = new Set(columns.values())
  const strangers = row.cells.filter(({ column, text }) => !known.has(column) && text.trim() !== '' && !text.trim().startsWith('_'))
  const missing = wanted.filter((heading) => !columns.has(heading))
  tellMissing({ missing, needed, strangers: strangers.map(({ text }) => text) }, { raw, row }, { report, closest })
  for (const { column, text } of strangers) {
    report.tell(
      { sheet: raw.name, row: row.number, column: columnLetters(column), heading: text.slice(0, 120) },
      { severity: 'warning', code: 'COLONNE_INCONNUE', value: text.slice(0, 120), suggestion: closest(text, missing) },
    )
  }
  return { raw, headingRow: row.number, columns, rows: raw.rows.filter(({ number }) => number > row.number) }
}

/** Whether the headings that a preset can't do without stand in one row of the workbook. */
export const fitsPreset = (workbook: RawWorkbook, preset: ColumnPreset): boolean => {
  const matched = matchHeadings(workbook, { preset, report: newReport(''), closest: closestName() })
  return matched !== undefined && preset.levels.flatMap((level) => headingsOf(level).needed).every((heading) => matched.columns.has(heading))
}

type Missing = { readonly missing: readonly string[]; readonly needed: ReadonlySet<string>; readonly strangers: readonly string[] }
type Headings = { readonly raw: RawSheet; readonly row: RawRow }

const tellMissing = ({ missing, needed, strangers }: Missing, { raw, row }: Headings, { report, closest }: Pick<Matching, 'report' | 'closest'>): void => {
  const next = columnLetters((row.cells.at(-1)?.column ?? -1) + 1)
  for (const heading of missing) {
    const isNeeded = needed.has(heading)
    report.tell(
      { sheet: raw.name, row: row.number, column: next, heading },
      { severity: isNeeded ? 'error' : 'warning', code: 'COLONNE_ABSENTE', value: heading, path: ['nodes'], suggestion: closest(heading, strangers) },
    )
  }
}
