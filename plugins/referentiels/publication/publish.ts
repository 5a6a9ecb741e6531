import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { checkDocument } from '../engine/check/check-document.ts'
import { recedingVersion } from '../engine/difference/receding-version.ts'
import { compareVersions } from '../engine/difference/version-range.ts'
import type { Finding } from '../engine/findings/finding.ts'
import { baseVersion, publishedVersions, versionFindings } from './decide-import.rules.ts'
import type { ReferentielsDatabase } from '../types.ts'
import { lockReferentiel, type StoredVersion, storedVersions } from './publication.queries.ts'
import { contentOf, storedContent, storedValue } from './stored-documents.ts'
import { inTransaction } from './transaction.ts'
import { writeIdentity, writeRevision } from './write-version.ts'

export type PublishResult = {
  /** `unknown`: there is no such version, or no draft when none was named. */
  readonly outcome: 'created' | 'unchanged' | 'refused' | 'unknown'
  /** About the draft itself, which has no file. */
  readonly findings: readonly Finding[]
  readonly version?: { readonly referentiel: string; readonly version: string; readonly hash: string }
  /** Of what was created. */
  readonly revision?: string
}

type Publication = {
  readonly payload: Payload
  readonly referentiel: string
  /** @default the highest draft */
  readonly version?: string | undefined
  readonly user?: TypedUser | null
  readonly now: Date
}

/** Freezes a draft as a revision, after every check, under the lock of imports. Publishing twice is a no-op. */
export const publish = ({ payload, referentiel, version, user = null, now }: Publication): Promise<PublishResult> =>
  inTransaction({ payload, user }, async (req, database): Promise<PublishResult & { readonly isKept: boolean }> => {
    await lockReferentiel(database, referentiel)
    const known = await storedVersions(database, referentiel)
    const drafts = known.filter(({ status }) => status === 'draft')
    const [highestDraft] = [...drafts].sort((one, other) => compareVersions(other.version, one.version))
    const stored = version === undefined ? highestDraft : known.find((one) => one.version === version)
    if (stored === undefined) return { isKept: false, findings: [], outcome: 'unknown' }
    if (stored.status !== 'draft') {
      return { isKept: false, findings: [], outcome: 'unchanged', version: { referentiel, version: stored.version, hash: stored.hash ?? '' } }
    }
    const result = await freeze({ req, database }, { stored, known, now })
    return { ...result, isKept: result.outcome === 'created' }
  })

type Freezing = { readonly stored: StoredVersion; readonly known: readonly StoredVersion[]; readonly now: Date }

/** Within a transaction that holds the référentiel's lock: checks a draft as it stands, and freezes it if nothing speaks against. */
export const freeze = async (
  { req, database }: { readonly req: PayloadRequest; readonly database: ReferentielsDatabase },
  { stored, known, now }: Freezing,
): Promise<PublishResult> => {
  const { referentiel, version } = stored
  const { document, findings } = checkDocument(await storedValue(database, stored))
  if (document === undefined) return { outcome: 'refused', findings }
  const content = contentOf(document)
  const base = known.find((one) => one.version === baseVersion(version, known))
  const baseContent = base === undefined ? null : await storedContent(database, base)
  const ofVersion = versionFindings(content.document, baseContent?.document, 'error')
  const all = [...findings, ...recedingVersion(version, publishedVersions(known)), ...ofVersion]
  if (all.some(({ severity }) => severity === 'error')) return { outcome: 'refused', findings: all }
  await writeIdentity({ req, database }, { document: content.document, isShipped: false })
  const { id, hash } = await writeRevision({ req, database }, { content, draft: stored.id, now })
  return { outcome: 'created', findings: all, version: { referentiel, version, hash }, revision: id }
}
