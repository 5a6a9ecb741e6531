import { checkDocument } from '../engine/check/check-document.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { canonicalText } from '../engine/document/canonical-text.ts'
import { normalise } from '../engine/document/normalise.ts'
import { locateFinding } from './locate-finding.ts'
import type { LocatedFinding } from './locate-finding.ts'
import { readSource } from './read-source.ts'
import type { SourceFile } from './read-source.ts'

export type CheckedSource = {
  /** The normalised document; absent while one error stands. */
  readonly document?: ReferentielDocument
  /** What the content hash is made of; absent while one error stands. */
  readonly canonical?: string
  /** Everything that there is to say, in the order of the file. */
  readonly findings: readonly LocatedFinding[]
}

/** Reads and checks a whole référentiel file, and reports every finding at once. Never throws. */
export const checkSource = (file: SourceFile): CheckedSource => {
  const source = readSource(file)
  if (!('value' in source)) return { findings: source.findings }
  const checked = checkDocument(source.value)
  // What the reader refused and left out is not also said to be empty.
  const refused = new Set(source.findings.filter(({ code }) => code === 'ALIAS' || code === 'SYNTAXE').map(({ path }) => path))
  const located = checked.findings.map((finding) => locateFinding(finding, source)).filter(({ path }) => !refused.has(path))
  const findings = [...source.findings, ...located].sort(
    (one, other) => one.line - other.line || one.column - other.column,
  )
  if (!checked.document || findings.some((finding) => finding.severity === 'error')) return { findings }
  const document = normalise(checked.document)
  return { document, canonical: canonicalText(document), findings }
}
