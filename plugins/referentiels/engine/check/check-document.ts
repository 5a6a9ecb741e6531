import { referentielDocument } from '../document/document.schema.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import { tidy } from '../document/tidy.ts'
import { closestName } from '../findings/closest-name.ts'
import type { Finding } from '../findings/finding.ts'
import { findingsOfIssues } from './format-issues.ts'

export type CheckedDocument = {
  /** Absent while one error stands. */
  readonly document?: ReferentielDocument
  readonly findings: readonly Finding[]
}

/** Checks a document of any shape against the whole format: its fields, then what they mean together. */
export const checkDocument = (value: unknown): CheckedDocument => {
  const closest = closestName()
  const root = tidy(value)
  const parsed = referentielDocument.safeParse(root)
  const findings = parsed.success ? [] : findingsOfIssues(parsed.error.issues, { root, closest })
  const isSound = !findings.some((finding) => finding.severity === 'error')
  return parsed.success && isSound ? { document: parsed.data, findings } : { findings }
}
