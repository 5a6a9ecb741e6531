import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { changeBetween, nextVersion } from '../engine/difference/version-change.ts'
import { missingDestinations } from '../engine/difference/missing-destinations.ts'
import { highestVersion, recedingVersion } from '../engine/difference/receding-version.ts'
import { compareVersions } from '../engine/difference/version-range.ts'
import type { Finding } from '../engine/findings/finding.ts'
import type { RevisionStatus } from '../types.ts'

/** What an import did, or would do (`referentiel-format.md` §3.7). */
export const importOutcomes = ['created', 'unchanged', 'replaced', 'refused'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

export type KnownVersion = { readonly version: string; readonly status: 'draft' | RevisionStatus }

export type Decision = { readonly outcome: ImportOutcome; readonly findings: readonly Finding[] }

export type Incoming = {
  readonly document: ReferentielDocument
  /** Every version of the référentiel that is stored. */
  readonly known: readonly KnownVersion[]
  /** The stored document of the same version. */
  readonly same?: { readonly document: ReferentielDocument; readonly isEqual: boolean }
  /** The document of the highest published version below. */
  readonly base?: ReferentielDocument
  /** A draft with another content may be replaced. */
  readonly mayReplace: boolean
  /** It will be published at once. */
  readonly isPublishing: boolean
}

const about = (version: string, finding: Pick<Finding, 'severity' | 'code'> & Partial<Finding>): Finding => ({
  path: ['version'],
  value: version,
  ...finding,
})

export const publishedVersions = (known: readonly KnownVersion[]): readonly string[] =>
  known.filter(({ status }) => status !== 'draft').map(({ version }) => version)

/** The published version that a new one is measured against: the highest below it. */
export const baseVersion = (version: string, known: readonly KnownVersion[]): string | undefined =>
  highestVersion(publishedVersions(known).filter((one) => compareVersions(one, version) < 0))

/**
 * What is to be said of the change since the published version below: whether the number tells it, and whether every
 * answer has somewhere to go. Errors once it is published.
 */
export const versionFindings = (
  document: ReferentielDocument,
  base: ReferentielDocument | undefined,
  severity: 'error' | 'warning',
): readonly Finding[] => {
  if (base === undefined) return []
  const change = changeBetween(base, document)
  const parameters = { stored: base.version }
  if (change === 'none') return [about(document.version, { severity: 'warning', code: 'SANS_CHANGEMENT', parameters })]
  const suggestion = nextVersion(base.version, change)
  return [
    ...(compareVersions(document.version, suggestion) >= 0
      ? []
      : [about(document.version, { severity, code: 'VERSION_INSUFFISANTE', suggestion, parameters })]),
    ...missingDestinations(base, document).map((finding): Finding => ({ ...finding, severity })),
  ]
}

/** What becomes of a checked document, beside what is stored. */
export const decideImport = ({ document, known, same, base, mayReplace, isPublishing }: Incoming): Decision => {
  const { version } = document
  const versions = known.map((one) => one.version)
  const latest = highestVersion(versions) ?? version
  const status = known.find((one) => one.version === version)?.status
  const ofVersion = [
    ...recedingVersion(version, isPublishing ? publishedVersions(known) : versions),
    ...versionFindings(document, base, isPublishing ? 'error' : 'warning'),
  ]
  const unless = (outcome: ImportOutcome, findings: readonly Finding[]): Decision => ({
    outcome: findings.some(({ severity }) => severity === 'error') ? 'refused' : outcome,
    findings,
  })

  if (same === undefined || status === undefined) return unless('created', ofVersion)
  if (same.isEqual) return unless('unchanged', status === 'draft' && isPublishing ? ofVersion : [])
  const suggestion = nextVersion(latest, changeBetween(same.document, document))
  if (status !== 'draft') return unless('refused', [about(version, { severity: 'error', code: 'VERSION_PUBLIEE', suggestion })])
  if (mayReplace) return unless('replaced', ofVersion)
  return unless('refused', [about(version, { severity: 'error', code: 'VERSION_EXISTE', suggestion })])
}
