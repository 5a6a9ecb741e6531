import { closestName } from '../../engine/findings/closest-name.ts'
import { locateProblem } from '../../source/locate-finding.ts'
import type { LocatedFinding, Source } from '../../source/source.ts'
import { languageOf } from '../../engine/document/defaults.ts'
import { defaultScale } from '../../texts/default-scale.ts'
import { type Block, fieldAt, isBlock } from '../sheets/block.ts'
import { sheets } from '../sheets/sheets.ts'
import type { RawWorkbook, WorkbookRefusal } from '../xlsx/raw-workbook.ts'
import { readXlsx, workbookLimits } from '../xlsx/read-xlsx.ts'
import { documentOrigin, fillFields } from './fill-fields.ts'
import { fillRows } from './fill-rows.ts'
import { findSheets, layOut, type ReadSheet } from './layout.ts'
import { newOrigins } from './origins.ts'
import { proposeScale } from './propose-scale.ts'
import { newReport } from './report.ts'

type File = { readonly file: string; readonly bytes: Uint8Array }

/** A file that is no workbook has no cell: its beginning is the place. */
const start = { line: 1, column: 1 } as const

/** What is said of a file that is no workbook that can be read. */
export const refusedWorkbook = (file: string, { code, reason }: WorkbookRefusal, size: number): Source => {
  const parameters = { reason, most: workbookLimits.bytes, unit: 'workbook' }
  const finding = locateProblem({ severity: 'error', code, path: [], parameters, ...(reason === 'bytes' ? { value: size } : {}) }, start, file)
  return { file, findings: [finding], locate: () => start, written: () => undefined, told: new Set(), compare: () => 0 }
}

/** Reads an .xlsx file into a document of any shape whose every part has a cell. Never throws. */
export const workbookSource = ({ file, bytes }: File): Source => {
  if (/\.(xlsm|xltm)$/i.test(file)) return refusedWorkbook(file, { code: 'MACROS', reason: 'macros' }, bytes.byteLength)
  const read = readXlsx(bytes)
  return 'refusal' in read ? refusedWorkbook(file, read.refusal, bytes.byteLength) : sourceOf(file, read.workbook)
}

const sourceOf = (file: string, workbook: RawWorkbook): Source => {
  const report = newReport(file)
  const closest = closestName()
  const origins = newOrigins()
  const told = new Set<string>()
  const root: Block = {}
  const found = findSheets(workbook, { report, closest, told })
  const read = new Map<string, ReadSheet>()
  const reading = { startsIn1904: workbook.startsIn1904, closest }
  let language = 'fr'
  for (const sheet of sheets) {
    const raw = found.get(sheet.id)
    if (raw === undefined) continue
    const laid = layOut(sheet, raw, { report, closest, language })
    read.set(sheet.id, laid)
    const filling = { root, report, origins, told, reading: { ...reading, language } }
    if (sheet.shape === 'fields') {
      fillFields(laid, filling)
      language = ownLanguage(root)
    } else fillRows(laid, filling)
  }
  completeRules(root)
  origins.of(root, documentOrigin(read))
  // The sheet without a row says that there is no scale.
  const scale = found.has('scales') ? undefined : proposeScale(root)
  if (scale !== undefined) {
    const place = origins.locate(root, ['nodes'], { key: false }) ?? { sheet: '', row: 1, column: 'A' }
    report.tell(place, { severity: 'info', code: 'ECHELLE_PROPOSEE', path: ['scales'], value: scale, parameters: { count: defaultScale.values.length } })
  }
  return {
    file,
    value: root,
    findings: report.findings(),
    told,
    locate: (path, { key = false } = {}) => origins.locate(root, path, { key }) ?? { sheet: workbook.sheets[0]?.name ?? '', row: 1, column: 'A' },
    written: () => undefined,
    compare: sheetCompare(workbook),
  }
}

/** Findings in the order of the sheets, then of rows and columns. */
export const sheetCompare = ({ sheets: raw }: RawWorkbook): Source['compare'] => {
  const order = new Map(raw.map(({ name }, index) => [name, index]))
  return (one, other) => sheetOrder(one, order) - sheetOrder(other, order) || (one.row ?? 0) - (other.row ?? 0) || columnOrder(one, other)
}

const sheetOrder = ({ sheet = '' }: LocatedFinding, order: ReadonlyMap<string, number>): number => order.get(sheet) ?? -1

const columnOrder = ({ column: one }: LocatedFinding, { column: other }: LocatedFinding): number =>
  typeof one === 'string' && typeof other === 'string' ? one.length - other.length || (one < other ? -1 : one > other ? 1 : 0) : 0

const ownLanguage = (root: Block): string => {
  const { defaultLocale, locales } = root
  return languageOf({
    defaultLocale: typeof defaultLocale === 'string' ? defaultLocale : undefined,
    locales: Array.isArray(locales) ? locales.filter((locale) => typeof locale === 'string') : undefined,
  })
}

/** Without a word about it, the last version of the calculation is the one in force. */
const completeRules = (root: Block): void => {
  const scoring = root['scoring']
  const rules = fieldAt(root, ['scoring', 'rules'])
  if (!isBlock(scoring) || scoring['current'] !== undefined || !Array.isArray(rules)) return
  const version: unknown = fieldAt(rules.at(-1), ['rulesVersion'])
  if (typeof version === 'string') scoring['current'] = version
}

