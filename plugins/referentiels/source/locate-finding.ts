import type { DocumentPath, Finding, FindingCode } from '../engine/findings/finding.ts'
import { expectedWords, sentenceOf } from '../texts/findings.ts'
import { isCell } from './source.ts'
import type { LocatedFinding, Place, Source } from './source.ts'

/** The finding with its place and its sentence. */
export const locateFinding = (finding: Finding, source: Source): LocatedFinding => {
  const isAboutKey = finding.code === 'CLE_INCONNUE' || finding.parameters?.['key'] === 1
  const place = source.locate(finding.path, { key: isAboutKey, at: finding.at })
  return locateProblem(withOtherLine(asWritten(finding, source), source), place, source.file)
}

/** Codes of what should be a text, and may have been read as a number. */
const ofTexts: ReadonlySet<FindingCode> = new Set(['CODE_NOMBRE', 'VERSION_INVALIDE', 'DATE'])

/** A number where a text is expected is quoted as the author wrote it: `1.10`, which YAML read as 1.1. */
const asWritten = (finding: Finding, source: Source): Finding => {
  const written = ofTexts.has(finding.code) ? source.written(finding.path) : undefined
  if (written === undefined) return finding
  return { ...finding, value: written, ...(finding.code === 'CODE_NOMBRE' && { suggestion: `"${written}"` }) }
}

const withOtherLine = (finding: Finding, source: Source): Finding => {
  if (finding.other === undefined) return finding
  const place = source.locate(finding.other)
  const other: Finding['parameters'] = isCell(place) ? { line: place.row, sheet: place.sheet } : { line: place.line }
  return { ...finding, parameters: { ...finding.parameters, ...other } }
}

export const locateProblem = (finding: Finding, place: Place, file: string): LocatedFinding => {
  const cell = isCell(place) ? place : undefined
  return {
  severity: finding.severity,
  code: finding.code,
  file,
  ...place,
  path: pointerOf(finding.path),
  ...(finding.value === undefined ? {} : { value: finding.value }),
  ...(finding.expected === undefined ? {} : { expected: expectedWords(finding, cell) }),
  ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
  message: sentenceOf(finding, cell),
}}

/** RFC 6901. */
export const pointerOf = (path: DocumentPath): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
