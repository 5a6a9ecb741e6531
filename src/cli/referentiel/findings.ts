import { referentielCommand as texts } from '#texts/referentiel-command.ts'

/** A finding as programs read it: of a text with its line, of a workbook with its cell; one about what is stored has neither. */
export type ShownFinding = {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  readonly file: string
  readonly line?: number
  readonly sheet?: string
  readonly row?: number
  readonly column?: number | string
  readonly heading?: string
  readonly path: string
  readonly value?: unknown
  readonly expected?: string
  readonly suggestion?: string
  readonly message: string
}

export const hasErrors = (findings: readonly Pick<ShownFinding, 'severity'>[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

const count = (findings: readonly ShownFinding[], severity: ShownFinding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length

const placeOf = ({ line, sheet, row, column, heading, path }: ShownFinding): string => {
  if (sheet !== undefined && row !== undefined) return texts.cell({ sheet, row, column: String(column ?? ''), heading })
  return line === undefined || column === undefined ? path || '/' : texts.place(line, Number(column))
}

const shown = (finding: ShownFinding): readonly string[] => {
  const { severity, code, message } = finding
  return [`  ${placeOf(finding)} · ${texts.severity[severity]} · ${code}`, `    ${message}`]
}

/** Findings for people, by file, and how many there are. */
export const findingLines = (findings: readonly ShownFinding[]): readonly string[] => {
  if (findings.length === 0) return []
  const files = [...new Set(findings.map(({ file }) => file))]
  const counts = texts.counts(count(findings, 'error'), count(findings, 'warning'))
  return [
    ...files.flatMap((file) => [file, ...findings.filter((finding) => finding.file === file).flatMap(shown)]),
    ...(counts === '' ? [] : [counts]),
  ]
}
