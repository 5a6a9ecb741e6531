import type { PayloadRequest } from 'payload'

import { compareVersions } from '../engine/difference/version-range.ts'
import { nextVersion } from '../engine/difference/version-change.ts'
import { referentielDocument, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { normalise } from '../engine/document/normalise.ts'
import { findIdentity, lockReferentiel, storedVersions } from '../publication/publication.queries.ts'
import { databaseOf, inTransaction } from '../publication/transaction.ts'
import { writeDraft, writeIdentity } from '../publication/write-version.ts'
import type { Owner, ReferentielsDatabase } from '../types.ts'
import { blankDocument } from './blank-document.ts'
import type { StartRequest, StartResult } from './contract/library.ts'
import { StudioFailure } from './failure.ts'
import { findReadable, type Readers } from './library.queries.ts'
import { readersOf } from './library.ts'
import { mayBeginFor } from './owners.ts'

type Started = {
  readonly document: ReferentielDocument
  /** Of a new référentiel; null where it is the next version of one that is there. */
  readonly owner: Owner | null
  /** A version that nobody asked for by its number may take the next one that is free. */
  readonly isFixed: boolean
}

/** A draft out of nothing, as the next version of a référentiel of one's own, or derived from any that one may read. */
export const startDraft = async (req: PayloadRequest, request: StartRequest): Promise<StartResult> => {
  const readers = await readersOf(req)
  if (request.from !== 'version' && !(await mayBeginFor(req, request.owner))) throw new StudioFailure('NOT_FOUND')
  const started = await documentFor(await databaseOf(req), request, readers)
  return inTransaction({ payload: req.payload, user: req.user }, async (local, database) => {
    const { document, owner, isFixed } = started
    await lockReferentiel(database, document.id)
    const known = await findIdentity(database, document.id)
    if (owner !== null && known !== null) throw new StudioFailure('ID_TAKEN')
    const taken = new Set((await storedVersions(database, document.id)).map(({ version }) => version))
    if (isFixed && taken.has(document.version)) throw new StudioFailure('VERSION_TAKEN')
    const version = freeVersion(document.version, taken)
    const final = normalise({ ...document, version })
    const writing = { req: local, database }
    await writeIdentity(writing, { document: final, isShipped: false, ...(owner !== null && { owner }) })
    const draft = await writeDraft(writing, { document: final, draft: undefined })
    return { draft, referentiel: final.id, version, isKept: true }
  }).then(({ draft, referentiel, version }) => ({ draft, referentiel, version }))
}

const freeVersion = (version: string, taken: ReadonlySet<string>): string =>
  taken.has(version) ? freeVersion(nextVersion(version, 'minor'), taken) : version

const documentFor = async (database: ReferentielsDatabase, request: StartRequest, readers: Readers): Promise<Started> => {
  if (request.from === 'blank') return { document: blankDocument(request), owner: request.owner, isFixed: true }
  const source = await findReadable(database, request.revision, readers)
  if (source === null) throw new StudioFailure('NOT_FOUND')
  const document = referentielDocument.parse(JSON.parse(source.canonical))
  if (request.from === 'version') {
    // What comes with the application is derived, never written.
    if (!source.mayWrite) throw new StudioFailure('NOT_FOUND')
    const highest = (await storedVersions(database, document.id)).map(({ version }) => version).toSorted(compareVersions).at(-1)
    const version = request.version ?? nextVersion(highest ?? document.version, 'minor')
    return { document: { ...document, version }, owner: null, isFixed: request.version !== undefined }
  }
  // What its publisher announces to contain is not what its copy will.
  const { migrations: _migrations, binding: _binding, shortTitle: _shortTitle, expect: _expect, ...rest } = document
  const derivedFrom = { id: document.id, version: document.version }
  return { document: { ...rest, id: request.id, version: '1.0.0', title: request.title, derivedFrom }, owner: request.owner, isFixed: true }
}
