import { checkDocument } from '../engine/check/check-document.ts'
import { valueAt } from '../engine/check/value-at.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { canonicalText } from '../engine/document/canonical-text.ts'
import { identifier } from '../engine/document/codes.ts'
import { normalise } from '../engine/document/normalise.ts'
import type { Finding } from '../engine/findings/finding.ts'
import { locateFinding } from './locate-finding.ts'
import type { LocatedFinding } from './source.ts'
import { readSource } from './read-source.ts'
import type { SourceFile } from './read-source.ts'

export type CheckedSource = {
  /** The référentiel that it says to be, whatever else is wrong. */
  readonly id?: string
  /** The normalised document; absent while one error stands. */
  readonly document?: ReferentielDocument
  /** What the content hash is made of; absent while one error stands. */
  readonly canonical?: string
  /** Everything that there is to say, in the order of the file. */
  readonly findings: readonly LocatedFinding[]
  /** A further finding about the same file, with its place and its sentence. */
  readonly locate: (finding: Finding) => LocatedFinding
}

/** Reads and checks a whole référentiel file, and reports every finding at once. Never throws. */
export const checkSource = (file: SourceFile): CheckedSource => {
  const source = readSource(file)
  const locate = (finding: Finding): LocatedFinding => locateFinding(finding, source)
  if (!('value' in source)) return { findings: source.findings, locate }
  const checked = checkDocument(source.value)
  const located = checked.findings.map(locate).filter(({ path }) => !source.told.has(path))
  const findings = [...source.findings, ...located].sort(source.compare)
  const { data: id } = identifier.safeParse(valueAt(source.value, ['id']))
  if (!checked.document || findings.some((finding) => finding.severity === 'error')) return { id, findings, locate }
  const document = normalise(checked.document)
  return { id, document, canonical: canonicalText(document), findings, locate }
}
