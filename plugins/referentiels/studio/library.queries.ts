import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { type Owner, ownerKinds, type ReferentielsDatabase, revisionStatuses } from '../types.ts'

const isOneOf = (owners: readonly Owner[]) => sql`exists (
    select from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as owner (kind text, id text)
    where r.owner_kind = owner.kind and (owner.id is null or r.owner_id = owner.id))`

/** A published version that somebody may read: of whom they write for, for everybody, or for where they belong. */
const isReadable = ({ writes, reads }: Readers) => sql`(v.visibility = 'public' or ${isOneOf(writes)}
    or (v.visibility = r.owner_kind and ${isOneOf(reads)}))`

export type Readers = { readonly writes: readonly Owner[]; readonly reads: readonly Owner[] }

const derivation = z.object({ id: z.string(), version: z.string() }).nullable()

const versionRow = z.object({
  referentiel: z.string(),
  title: z.string(),
  isShipped: z.boolean(),
  owner: z.object({ kind: z.enum(ownerKinds), id: z.string().nullable() }),
  mayWrite: z.boolean(),
  id: z.string(),
  version: z.string(),
  status: z.enum(['draft', ...revisionStatuses]),
  at: z.string().nullable(),
  by: z.string().nullable(),
  derivedFrom: derivation,
})
export type LibraryVersion = z.infer<typeof versionRow>

/**
 * Every version that somebody may see, with its référentiel. Where a frozen text came from is told by its canonical form,
 * in which that key stands before the nodes: nothing of the rest is read.
 */
export const readLibrary = async (database: ReferentielsDatabase, readers: Readers): Promise<readonly LibraryVersion[]> => {
  const { rows } = await database.execute(sql`
    select r.code as referentiel, r.title, r.is_shipped as "isShipped",
      jsonb_build_object('kind', r.owner_kind, 'id', r.owner_id) as owner, ${isOneOf(readers.writes)} and not r.is_shipped as "mayWrite", one.*
    from referentiels r
    join lateral (
      select d.id, d.version, 'draft' as status, to_json(d.updated_at)#>>'{}' as at,
        (select c.by_person from draft_changes c where c.draft_id = d.id order by c."sequence" desc limit 1) as by,
        d.parts#>'{derivedFrom,value}' as "derivedFrom"
      from drafts d where d.referentiel = r.code and ${isOneOf(readers.writes)}
      union all
      select v.id, v.version, v.status, to_json(v.published_at)#>>'{}', v.published_by,
        substring(left(v.canonical, 200000) from '"derivedFrom":(\\{"id":"[a-z0-9-]+","version":"[0-9.]+"\\})')::jsonb
      from revisions v where v.referentiel = r.code and ${isReadable(readers)}
    ) one on true
    order by r.code`)
  return z.array(versionRow).parse(rows)
}

const readable = z.object({ id: z.string(), referentiel: z.string(), version: z.string(), canonical: z.string(), mayWrite: z.boolean() })

/** A published version that somebody may read; null for any other. */
export const findReadable = async (database: ReferentielsDatabase, revision: string, readers: Readers) => {
  const { rows } = await database.execute(sql`
    select v.id, v.referentiel, v.version, v.canonical, ${isOneOf(readers.writes)} and not r.is_shipped as "mayWrite"
    from revisions v join referentiels r on r.code = v.referentiel
    where v.id = ${revision}::uuid and ${isReadable(readers)}`)
  const [row] = rows
  return row === undefined ? null : readable.parse(row)
}

const source = z.object({ id: z.string(), version: z.string() })

/** The published versions of a référentiel that somebody may read. */
export const readableVersions = async (
  database: ReferentielsDatabase,
  { referentiel, readers }: { readonly referentiel: string; readonly readers: Readers },
) => {
  const { rows } = await database.execute(sql`
    select v.id, v.version from revisions v join referentiels r on r.code = v.referentiel
    where v.referentiel = ${referentiel} and v.status = 'published' and ${isReadable(readers)}`)
  return z.array(source).parse(rows)
}

const published = z.object({ publishedAt: z.string() })

export const publishedAt = async (database: ReferentielsDatabase, revision: string): Promise<string> => {
  const { rows } = await database.execute(sql`
    select to_json(published_at)#>>'{}' as "publishedAt" from revisions where id = ${revision}::uuid`)
  return published.parse(rows[0]).publishedAt
}

/** The draft of a version; null where there is none. */
export const findDraftOf = async (
  database: ReferentielsDatabase,
  { referentiel, version }: { readonly referentiel: string; readonly version: string },
): Promise<string | null> => {
  const { rows } = await database.execute(sql`select id from drafts where referentiel = ${referentiel} and version = ${version}`)
  const [row] = rows
  return row === undefined ? null : z.object({ id: z.string() }).parse(row).id
}
