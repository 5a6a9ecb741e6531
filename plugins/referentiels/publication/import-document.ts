import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { type NodeDifference, nodeDifference } from '../engine/difference/node-difference.ts'
import type { Finding } from '../engine/findings/finding.ts'
import { checkSource } from '../source/check-source.ts'
import type { LocatedFinding } from '../source/source.ts'
import type { SourceFile } from '../source/read-source.ts'
import { type Owner, platformOwner, type ReferentielsDatabase } from '../types.ts'
import { contentHash } from './content-hash.ts'
import { baseVersion, decideImport } from './decide-import.rules.ts'
import type { Decision, ImportOutcome } from './decide-import.rules.ts'
import { findIdentity, lockReferentiel, storedVersions } from './publication.queries.ts'
import type { Identity, StoredVersion } from './publication.queries.ts'
import { type Content, storedContent } from './stored-documents.ts'
import { inTransaction } from './transaction.ts'
import { writeDraft, writeIdentity, writeRevision } from './write-version.ts'

export type ImportOptions = {
  /** Publishes what was imported, or what was imported before with the same content. */
  readonly publish?: boolean
  /** Replaces a draft of the same version that has another content. */
  readonly replace?: boolean
  /** Says what would happen, and keeps nothing of it. */
  readonly dryRun?: boolean
  /** The file comes with the application. */
  readonly isShipped?: boolean
  /** Whose the référentiel is when the file is its first version. @default the platform's */
  readonly owner?: Owner
  /** Whether it may become a version of a référentiel that is there. @default of any; what is shipped, of the platform's */
  readonly mayEnter?: (known: Identity) => boolean
}

export type ImportResult = {
  readonly outcome: ImportOutcome
  readonly findings: readonly LocatedFinding[]
  /** Absent while the file is not a référentiel, and of one that belongs to others, of which nothing is told. */
  readonly version?: { readonly referentiel: string; readonly version: string; readonly hash: string }
  /** True when it became a published revision now. */
  readonly isPublished: boolean
  /** Beside the stored version with the same number and another content. */
  readonly difference?: NodeDifference
}

type Import = {
  readonly payload: Payload
  readonly file: SourceFile
  readonly options?: ImportOptions
  /** Who imports; nobody is the system. */
  readonly user?: TypedUser | null
  readonly now: Date
}

/** What is stored of the référentiel, and the content of the two versions that the new one is compared with. */
const read = async (database: ReferentielsDatabase, { document }: Content) => {
  const known = await storedVersions(database, document.id)
  const base = baseVersion(document.version, known)
  const find = (version: string | undefined): StoredVersion | undefined => known.find((one) => one.version === version)
  const contentAt = async (stored: StoredVersion | undefined): Promise<Content | null> =>
    stored === undefined ? null : storedContent(database, stored)
  const same = find(document.version)
  return { known, same, sameContent: await contentAt(same), base: await contentAt(find(base)) }
}

type Stored = Awaited<ReturnType<typeof read>>

const decide = (content: Content, { known, same, sameContent, base }: Stored, options: ImportOptions): Decision =>
  decideImport({
    document: content.document,
    known,
    ...(same && { same: { document: sameContent?.document ?? content.document, isEqual: sameContent?.hash === content.hash } }),
    ...(base && { base: base.document }),
    mayReplace: options.replace === true,
    isPublishing: options.publish === true,
  })

const isOfPlatform = ({ owner }: Identity): boolean => owner.kind === platformOwner.kind

/**
 * IDENTIFIANT_PRIS: the identifier is that of a référentiel that the file may not enter. Published into somebody's own,
 * nobody else would see it, and it would be theirs for ever.
 */
const takenBy = async (database: ReferentielsDatabase, id: string, options: ImportOptions): Promise<readonly Finding[]> => {
  const { mayEnter = options.isShipped === true ? isOfPlatform : () => true } = options
  const known = await findIdentity(database, id)
  return known === null || mayEnter(known) ? [] : [{ severity: 'error', code: 'IDENTIFIANT_PRIS', path: ['id'], value: id }]
}

/** Does what was decided. Answers whether a revision was published. */
const write = async (
  writing: { readonly req: PayloadRequest; readonly database: ReferentielsDatabase },
  { content, outcome, same }: { readonly content: Content; readonly outcome: ImportOutcome; readonly same: StoredVersion | undefined },
  { options, now }: { readonly options: ImportOptions; readonly now: Date },
): Promise<boolean> => {
  const { document } = content
  const draft = same?.status === 'draft' ? same.id : undefined
  if (outcome !== 'unchanged') await writeIdentity(writing, { document, isShipped: options.isShipped === true, owner: options.owner })
  if (options.publish === true) {
    if (outcome === 'unchanged' && draft === undefined) return false
    await writeRevision(writing, { content, draft, now })
    return true
  }
  if (outcome !== 'unchanged') await writeDraft(writing, { document, draft })
  return false
}

/**
 * Imports a file: everything is checked first, nothing is written while one error stands, and what is written
 * is written in one transaction under a lock on the référentiel. The same content twice is a no-op; a published
 * version is never altered.
 */
export const importDocument = async ({ payload, file, options = {}, user = null, now }: Import): Promise<ImportResult> => {
  const checked = checkSource(file)
  const { id, document, canonical } = checked
  const refused = (taken: readonly Finding[]): ImportResult =>
    ({ outcome: 'refused', findings: [...checked.findings, ...taken.map(checked.locate)], isPublished: false })
  if (document === undefined || canonical === undefined) return refused(id === undefined ? [] : await takenBy(payload.db.drizzle, id, options))
  const content: Content = { document, canonical, hash: contentHash(canonical) }
  const { id: referentiel, version } = document

  const { isKept: _isKept, ...result } = await inTransaction({ payload, user }, async (req, database): Promise<ImportResult & { readonly isKept: boolean }> => {
    await lockReferentiel(database, referentiel)
    const taken = await takenBy(database, referentiel, options)
    if (taken.length > 0) return { ...refused(taken), isKept: false }
    const stored = await read(database, content)
    const { outcome, findings } = decide(content, stored, options)
    const isRefused = outcome === 'refused'
    const isPublished = isRefused ? false : await write({ req, database }, { content, outcome, same: stored.same }, { options, now })
    const differs = stored.sameContent !== null && stored.sameContent.hash !== content.hash
    return {
      outcome,
      findings: [...checked.findings, ...findings.map(checked.locate)],
      version: { referentiel, version, hash: content.hash },
      isPublished,
      ...(differs && stored.sameContent && { difference: nodeDifference(stored.sameContent.document, document) }),
      isKept: !isRefused && options.dryRun !== true,
    }
  })
  return result
}
