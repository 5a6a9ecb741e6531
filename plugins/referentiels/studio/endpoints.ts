import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { referentielDocument, type ReferentielDocument } from '../engine/document/document.schema.ts'
import { databaseOf } from '../publication/transaction.ts'

import { abandonDraft } from './abandon-draft.ts'
import { applyChanges } from './apply-changes.ts'
import { applyRequest } from './contract/changes.ts'
import { followRequest } from './contract/draft.ts'
import { type ExportFormat, exportFormats, startRequest } from './contract/library.ts'
import { ownerKinds } from './contract/people.ts'
import { publishRequest } from './contract/publication.ts'
import { reading, sending, taking, writing } from './endpoint.ts'
import { enterDraft } from './enter-draft.ts'
import { exported } from './export-version.ts'
import { StudioFailure } from './failure.ts'
import { historyOf } from './history.ts'
import { annotatedFile, columnsOf, importFile, templateFile } from './import-file.ts'
import { findReadable } from './library.queries.ts'
import { libraryOf, readersOf } from './library.ts'
import { draftDocument, findingsOf, followDraft, openDraft } from './open-draft.ts'
import { ownersLike } from './owners.ts'
import { publicationPlan } from './publication-plan.ts'
import { publishDraft } from './publish-draft.ts'
import { simulateDraft } from './simulate-draft.ts'
import { startDraft } from './start-draft.ts'
import { upstreamOf } from './upstream.ts'

const formatOf = ({ searchParams }: PayloadRequest): ExportFormat => {
  const format = z.enum(exportFormats).safeParse(searchParams.get('format'))
  if (!format.success) throw new StudioFailure('INVALID_INPUT')
  return format.data
}

const soughtIn = ({ searchParams }: PayloadRequest) => {
  const sought = z.object({ kind: z.enum(ownerKinds), words: z.string().max(200) }).safeParse(Object.fromEntries(searchParams))
  if (!sought.success) throw new StudioFailure('INVALID_INPUT')
  return sought.data
}

/** The frozen document of a published version that the person may read. */
const publishedDocument = async (req: PayloadRequest, revision: string | undefined): Promise<ReferentielDocument> => {
  const id = z.uuid().safeParse(revision)
  const found = id.success ? await findReadable(await databaseOf(req), id.data, await readersOf(req)) : null
  if (found === null) throw new StudioFailure('NOT_FOUND')
  return referentielDocument.parse(JSON.parse(found.canonical))
}

/** The studio's endpoints, below `/api/referentiels-studio`. */
export const studioEndpoints: Endpoint[] = [
  reading('/owners', async ({ req }) => ({ body: { owners: await ownersLike(req, soughtIn(req)) } })),
  reading('/library', async ({ req }) => ({ body: await libraryOf(req) })),
  writing('/drafts', startRequest, async ({ req, body }) => ({ status: 201, body: await startDraft(req, body) })),
  reading('/template', ({ req }) => templateFile(req)),
  sending('/columns', async ({ req, file }) => ({ body: await columnsOf(req, file) })),
  sending('/files/annotated', ({ req, file }) => annotatedFile(req, { ...file, now: new Date() })),
  sending('/files', async ({ req, file }) => ({ body: await importFile(req, { ...file, now: new Date() }) })),
  reading('/drafts/:draft', async ({ req, params }) => ({ body: await openDraft(await enterDraft(req, params['draft'])) })),
  reading('/drafts/:draft/findings', async ({ req, params }) => ({ body: await findingsOf(await enterDraft(req, params['draft'])) })),
  taking('/drafts/:draft', async ({ req, params }) => {
    await abandonDraft(await enterDraft(req, params['draft']))
    return new Response(null, { status: 204 })
  }),
  reading('/drafts/:draft/history', async ({ req, params }) => {
    const before = z.coerce.number().int().min(1).nullable().catch(null).parse(req.searchParams.get('before'))
    return { body: await historyOf(await enterDraft(req, params['draft']), { before }) }
  }),
  writing('/drafts/:draft/changes', applyRequest, async ({ req, params, body }) => ({
    body: await applyChanges(await enterDraft(req, params['draft']), body, new Date()),
  })),
  reading('/drafts/:draft/publication', async ({ req, params }) => ({ body: await publicationPlan(await enterDraft(req, params['draft'])) })),
  reading('/drafts/:draft/simulation', async ({ req, params }) => ({ body: await simulateDraft(await enterDraft(req, params['draft'])) })),
  writing('/drafts/:draft/publication', publishRequest, async ({ req, params, body }) => ({
    body: await publishDraft(await enterDraft(req, params['draft']), body, new Date()),
  })),
  reading('/drafts/:draft/upstream', async ({ req, params }) => ({ body: await upstreamOf(await enterDraft(req, params['draft'])) })),
  reading('/drafts/:draft/export', async ({ req, params }) => exported(await draftDocument(await enterDraft(req, params['draft'])), formatOf(req))),
  reading('/revisions/:revision/export', async ({ req, params }) => exported(await publishedDocument(req, params['revision']), formatOf(req))),
  writing('/drafts/:draft/follow', followRequest, async ({ req, params, body }) => ({
    body: await followDraft(await enterDraft(req, params['draft']), body),
  })),
]
