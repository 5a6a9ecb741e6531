import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { type NodeDifference, nodeDifference } from '../engine/difference/node-difference.ts'
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
  /** Looks at the référentiel that the file is a version of, if there is one, under its lock; what it throws ends the import. */
  readonly checkIdentity?: (known: Identity | null) => void
}

export type ImportResult = {
  readonly outcome: ImportOutcome
  readonly findings: readonly LocatedFinding[]
  /** Absent while the file is not a référentiel. */
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

const decide = (content: Content, { known, same, sameContent, base }: Stored, options: ImportOptions & { readonly isTaken: boolean }): Decision =>
  decideImport({
    document: content.document,
    known,
    ...(same && { same: { document: sameContent?.document ?? content.document, isEqual: sameContent?.hash === content.hash } }),
    ...(base && { base: base.document }),
    mayReplace: options.replace === true,
    isPublishing: options.publish === true,
    isTaken: options.isTaken,
  })

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
  const { document, canonical, findings } = checked
  if (document === undefined || canonical === undefined) return { outcome: 'refused', findings, isPublished: false }
  const content: Content = { document, canonical, hash: contentHash(canonical) }
  const { id: referentiel, version } = document

  const { decision, stored, isPublished } = await inTransaction({ payload, user }, async (req, database) => {
    await lockReferentiel(database, referentiel)
    const identity = await findIdentity(database, referentiel)
    options.checkIdentity?.(identity)
    const stored = await read(database, content)
    const isTaken = options.isShipped === true && identity !== null && identity.owner.kind !== platformOwner.kind
    const decision = decide(content, stored, { ...options, isTaken })
    const { outcome } = decision
    const isRefused = outcome === 'refused'
    const isPublished = isRefused ? false : await write({ req, database }, { content, outcome, same: stored.same }, { options, now })
    return { decision, stored, isPublished, isKept: !isRefused && options.dryRun !== true }
  })

  const differs = stored.sameContent !== null && stored.sameContent.hash !== content.hash
  return {
    outcome: decision.outcome,
    findings: [...findings, ...decision.findings.map(checked.locate)],
    version: { referentiel, version, hash: content.hash },
    isPublished,
    ...(differs && stored.sameContent && { difference: nodeDifference(stored.sameContent.document, document) }),
  }
}
