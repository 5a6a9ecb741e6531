import type { PayloadRequest } from 'payload'

import { languageOf } from '../engine/document/defaults.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import type { LocalisedText } from '../engine/document/text.schema.ts'
import { optionsOf } from '../options-of.ts'
import { type Owner, platformOwner, type PublishedRevision, type ReferentielsDatabase, slugs } from '../types.ts'
import { audienceOf } from './audience.rules.ts'
import { partsOf, rowsOf } from './draft-rows.ts'
import { deleteDraftRows, findIdentity, insertDraftRows, insertMappings, logReplacement, readDraft } from './publication.queries.ts'
import type { Content } from './stored-documents.ts'

type Writing = { readonly req: PayloadRequest; readonly database: ReferentielsDatabase }

export const wordsIn = (text: LocalisedText, document: ReferentielDocument): string =>
  typeof text === 'string' ? text : (text[languageOf(document)] ?? Object.values(text)[0] ?? document.id)

/** The référentiel's identity, made on its first version, which says whose it is; its title follows the last one written. */
export const writeIdentity = async (
  { req, database }: Writing,
  { document, isShipped, owner = platformOwner }: { readonly document: ReferentielDocument; readonly isShipped: boolean; readonly owner?: Owner | undefined },
): Promise<void> => {
  const title = wordsIn(document.title, document)
  const known = await findIdentity(database, document.id)
  if (known === null) {
    await req.payload.create({
      collection: slugs.referentiels,
      data: { code: document.id, title, isShipped, ownerKind: owner.kind, ownerId: owner.id },
      overrideAccess: true,
      req,
    })
  } else if (known.title !== title || (isShipped && !known.isShipped)) {
    const data = { title, isShipped: known.isShipped || isShipped }
    await req.payload.update({ collection: slugs.referentiels, id: known.id, data, overrideAccess: true, req })
  }
}

/** A new draft, or an old one with other content, which whoever has it open is told. Answers its id. */
export const writeDraft = async (
  { req, database }: Writing,
  { document, draft }: { readonly document: ReferentielDocument; readonly draft: string | undefined },
): Promise<string> => {
  const collection = slugs.drafts
  if (draft === undefined) {
    const data = { referentiel: document.id, version: document.version, parts: partsOf(document), sequence: 0, isArranged: false }
    const { id } = await req.payload.create({ collection, data, overrideAccess: true, req })
    await insertDraftRows(database, { draft: String(id), rows: rowsOf(document), touched: 0 })
    return String(id)
  }
  const before = await readDraft(database, draft)
  const touched = (before?.sequence ?? 0) + 1
  await req.payload.update({
    collection,
    id: draft,
    data: { parts: partsOf(document, { before: before?.parts, touched }), sequence: touched, isArranged: false },
    overrideAccess: true,
    req,
  })
  await logReplacement(database, { draft, sequence: touched, by: req.user ? String(req.user.id) : null })
  await deleteDraftRows(database, draft)
  await insertDraftRows(database, { draft, rows: rowsOf(document), touched })
  return draft
}

/** Gives a draft the number that it is published under. */
export const nameDraft = async (
  { req }: Writing,
  { draft, version }: { readonly draft: string; readonly version: string },
): Promise<void> => {
  await req.payload.update({ collection: slugs.drafts, id: draft, data: { version }, overrideAccess: true, req })
}

/** A draft with its rows; its log goes with it. */
export const deleteDraft = async ({ req, database }: Writing, draft: string): Promise<void> => {
  await deleteDraftRows(database, draft)
  await req.payload.delete({ collection: slugs.drafts, id: draft, overrideAccess: true, req })
}

/** Freezes a content for ever. Its draft goes: a version is either being prepared or published. */
export const writeRevision = async (
  { req, database }: Writing,
  { content, draft, now }: { readonly content: Content; readonly draft: string | undefined; readonly now: Date },
): Promise<PublishedRevision> => {
  const { document, canonical, hash } = content
  const { id } = await req.payload.create({
    collection: slugs.revisions,
    data: {
      referentiel: document.id,
      version: document.version,
      status: 'published',
      title: wordsIn(document.title, document),
      visibility: audienceOf(document.binding?.visibility, (await findIdentity(database, document.id))?.owner ?? platformOwner),
      canonical,
      hash,
      publishedAt: now.toISOString(),
      publishedBy: req.user ? String(req.user.id) : null,
    },
    overrideAccess: true,
    req,
  })
  await insertMappings(database, String(id), document)
  if (draft !== undefined) await deleteDraft({ req, database }, draft)
  const published = { id: String(id), referentiel: document.id, version: document.version, hash }
  await optionsOf(req.payload).enqueue?.(req, published)
  return published
}
