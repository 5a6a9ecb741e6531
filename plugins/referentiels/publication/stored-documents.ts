import { canonicalText } from '../engine/document/canonical-text.ts'
import { referentielDocument } from '../engine/document/document.schema.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { normalise } from '../engine/document/normalise.ts'
import type { ReferentielsDatabase } from '../types.ts'
import { contentHash } from './content-hash.ts'
import { documentOf } from './draft-rows.ts'
import { canonicalOf, readDraft } from './publication.queries.ts'
import type { StoredVersion } from './publication.queries.ts'

/** A document in normal form, with its canonical text and that text's hash. */
export type Content = { readonly document: ReferentielDocument; readonly canonical: string; readonly hash: string }

export const contentOf = (document: ReferentielDocument): Content => {
  const normal = normalise(document)
  const canonical = canonicalText(normal)
  return { document: normal, canonical, hash: contentHash(canonical) }
}

const gone = (what: StoredVersion): never => {
  throw new Error(`${what.referentiel}@${what.version} went away while it was read.`)
}

/** What a version holds, as plain data: of a draft, in whatever state its rows are. */
export const storedValue = async (database: ReferentielsDatabase, stored: StoredVersion): Promise<unknown> => {
  if (stored.status === 'draft') return documentOf((await readDraft(database, stored.id)) ?? gone(stored))
  return JSON.parse((await canonicalOf(database, stored.id)) ?? gone(stored))
}

/** The content of a version; null for a draft that the format refuses. */
export const storedContent = async (database: ReferentielsDatabase, stored: StoredVersion): Promise<Content | null> => {
  const parsed = referentielDocument.safeParse(await storedValue(database, stored))
  return parsed.success ? contentOf(parsed.data) : null
}
