import type { Payload } from 'payload'

import { compareVersions } from '../engine/difference/version-range.ts'
import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { optionsOf } from '../options-of.ts'
import { storedVersions } from './publication.queries.ts'
import type { StoredVersion } from './publication.queries.ts'
import { storedContent } from './stored-documents.ts'

export type ListedVersion = {
  readonly id: string
  readonly version: string
  readonly status: StoredVersion['status']
  readonly title: string
  /** Null for a draft that its own edits have made unreadable. */
  readonly hash: string | null
  /** How many rows of the application are pinned to it. */
  readonly uses: number
}

/** Every version of every référentiel, by identifier, the newest first. */
export const listVersions = async (payload: Payload): Promise<readonly ListedVersion[]> => {
  const database = payload.db.drizzle
  const stored = await storedVersions(database)
  const revisions = stored.filter(({ status }) => status !== 'draft').map(({ id }) => id)
  const uses = await optionsOf(payload).usage?.countByRevision?.(database, revisions)
  const listed = await Promise.all(
    stored.map(async (one): Promise<ListedVersion> => {
      const content = one.hash === null ? await storedContent(database, one) : null
      const { referentiel: id, version, status, title } = one
      return { id, version, status, title, hash: one.hash ?? content?.hash ?? null, uses: uses?.get(one.id) ?? 0 }
    }),
  )
  return listed.sort((one, other) => one.id.localeCompare(other.id) || compareVersions(other.version, one.version))
}

/** The document of a version, the newest published one unless named; null when there is none that can be read. */
export const readVersion = async (
  payload: Payload,
  { referentiel, version }: { readonly referentiel: string; readonly version?: string | undefined },
): Promise<ReferentielDocument | null> => {
  const database = payload.db.drizzle
  const known = [...(await storedVersions(database, referentiel))].sort((one, other) => compareVersions(other.version, one.version))
  const published = known.find(({ status }) => status === 'published')
  const stored = version === undefined ? (published ?? known[0]) : known.find((one) => one.version === version)
  if (stored === undefined) return null
  return (await storedContent(database, stored))?.document ?? null
}
