import type { DocumentPath, Finding, FindingCode, Severity } from '../engine/findings/finding.ts'
import { expectedWords, sentenceOf } from '../texts/findings.ts'
import type { Place, Source } from './read-source.ts'

/** A finding as people and programs read it: `--json` prints these. */
export type LocatedFinding = {
  readonly severity: Severity
  readonly code: FindingCode
  readonly file: string
  readonly line: number
  readonly column: number
  /** JSON pointer (RFC 6901) to what is wrong. */
  readonly path: string
  readonly value?: string | number | boolean | null
  /** In French. */
  readonly expected?: string
  readonly suggestion?: string
  /** In French: what is wrong, and how to mend it. */
  readonly message: string
}

/** The finding with its place and its sentence. */
export const locateFinding = (finding: Finding, source: Source): LocatedFinding => {
  const isAboutKey = finding.code === 'CLE_INCONNUE' || finding.parameters?.['key'] === 1
  const place = source.locate(finding.path, { key: isAboutKey, at: finding.at })
  return locateProblem(withOtherLine(asWritten(finding, source), source), place, source.file)
}

/** A number where a text is expected is suggested as the author wrote it: `"1.10"`, which YAML read as 1.1. */
const asWritten = (finding: Finding, source: Source): Finding => {
  const written = finding.code === 'CODE_NOMBRE' ? source.written(finding.path) : undefined
  return written === undefined ? finding : { ...finding, value: written, suggestion: `"${written}"` }
}

const withOtherLine = (finding: Finding, source: Source): Finding =>
  finding.other === undefined
    ? finding
    : { ...finding, parameters: { ...finding.parameters, line: source.locate(finding.other).line } }

export const locateProblem = (finding: Finding, place: Place, file: string): LocatedFinding => ({
  severity: finding.severity,
  code: finding.code,
  file,
  ...place,
  path: pointer(finding.path),
  ...(finding.value === undefined ? {} : { value: finding.value }),
  ...(finding.expected === undefined ? {} : { expected: expectedWords(finding) }),
  ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
  message: sentenceOf(finding),
})

const pointer = (path: DocumentPath): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
