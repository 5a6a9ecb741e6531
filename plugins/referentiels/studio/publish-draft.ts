import type { Finding } from '../engine/findings/finding.ts'
import { freeze } from '../publication/publish.ts'
import { documentOf } from '../publication/draft-rows.ts'
import { storedVersions } from '../publication/publication.queries.ts'
import { inTransaction } from '../publication/transaction.ts'
import { nameDraft } from '../publication/write-version.ts'
import type { StudioFinding } from './contract/draft.ts'
import type { PublishRequest, PublishStudioResult } from './contract/publication.ts'
import type { Entered } from './enter-draft.ts'
import { StudioFailure } from './failure.ts'
import { placeFindings } from './place-findings.ts'
import { lockDraft, readWhole } from './studio.queries.ts'

/**
 * Publishes what the author saw, under the number that they confirmed: whatever changed since they looked stops it, and so
 * does every error. What changes at the same time waits, and finds the draft gone.
 */
export const publishDraft = async ({ req, head }: Entered, { sequence, version }: PublishRequest, now: Date): Promise<PublishStudioResult> => {
  const published = await inTransaction({ payload: req.payload, user: req.user }, async (local, database) => {
    const locked = await lockDraft(database, head)
    if (locked === null) throw new StudioFailure('NOT_FOUND')
    if (locked.sequence !== sequence) throw new StudioFailure('CHANGED_MEANWHILE')
    const known = await storedVersions(database, head.referentiel)
    const draft = known.find(({ id }) => id === head.id)
    if (draft === undefined) throw new StudioFailure('NOT_FOUND')
    if (known.some((one) => one.id !== head.id && one.version === version)) throw new StudioFailure('VERSION_TAKEN')
    const writing = { req: local, database }
    if (version !== locked.version) await nameDraft(writing, { draft: head.id, version })
    const stored = { ...draft, version }
    const { outcome, findings, version: frozen, revision } = await freeze(writing, { stored, known: known.map((one) => (one === draft ? stored : one)), now })
    if (outcome === 'created' && frozen !== undefined && revision !== undefined) return { isKept: true, revision, version, hash: frozen.hash }
    const whole = await readWhole(database, head.id)
    throw new StudioFailure('REFUSED', { findings: whole === null ? [] : placed(findings, { ...whole, referentiel: head.referentiel }) })
  })
  return { revision: published.revision, version: published.version, hash: published.hash }
}

type Whole = NonNullable<Awaited<ReturnType<typeof readWhole>>> & { readonly referentiel: string }

const placed = (findings: readonly Finding[], state: Whole): readonly StudioFinding[] =>
  placeFindings(findings, { document: documentOf(state), rows: state.rows, isArranged: state.isArranged })
