import type { ReferentielDocument } from '../../engine/document/document.schema.ts'
import { closestName } from '../../engine/findings/closest-name.ts'
import type { Source } from '../../source/source.ts'
import { newOrigins } from '../read/origins.ts'
import { proposeScale } from '../read/propose-scale.ts'
import { newReport } from '../read/report.ts'
import { refusedWorkbook, sheetCompare } from '../read/workbook-source.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { elementsOf } from './level-rows.ts'
import { makeDocument } from './make-document.ts'
import { matchHeadings } from './match-headings.ts'
import type { ColumnPreset } from './preset.schema.ts'
import { rewordDocument } from './reword-document.ts'

export type Columns = {
  readonly preset: ColumnPreset
  /** The référentiel whose wording is replaced, where the preset names one. */
  readonly base?: ReferentielDocument
}

/** Reads any sheet by a preset into a document of any shape whose parts have cells. Never throws. */
export const columnsSource = ({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }, { preset, base }: Columns): Source => {
  const read = readXlsx(bytes)
  if ('refusal' in read) return refusedWorkbook(file, read.refusal, bytes.byteLength)
  const { workbook } = read
  const report = newReport(file)
  const closest = closestName()
  const origins = newOrigins()
  const first = { sheet: workbook.sheets[0]?.name ?? '', row: 1, column: 'A' }
  const sheet = matchHeadings(workbook, { preset, report, closest })
  const bare = { file, told: new Set<string>(), written: () => undefined, compare: sheetCompare(workbook) }
  if (sheet === undefined) return { ...bare, findings: report.findings(), locate: () => first }
  const rows = elementsOf({ sheet, preset, report, closest, startsIn1904: workbook.startsIn1904 })
  const root = base === undefined ? makeDocument(rows, preset, origins) : rewordDocument(rows, { preset, base, report, closest, origins })
  const top = { sheet: sheet.raw.name, row: sheet.headingRow, column: 'A' }
  origins.of(root, () => top)
  if (proposeScale(root) !== undefined) {
    report.tell(top, { severity: 'info', code: 'ECHELLE_PROPOSEE', path: ['scales'], value: 'maturite', parameters: { count: 5 } })
  }
  return { ...bare, value: root, findings: report.findings(), locate: (path, { key = false } = {}) => origins.locate(root, path, { key }) ?? top }
}
