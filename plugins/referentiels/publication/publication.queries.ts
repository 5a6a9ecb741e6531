import { randomUUIDv7 } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import type { ReferentielDocument } from '../engine/document/document.schema.ts'
import { type Owner, ownerKinds, type ReferentielsDatabase, revisionStatuses } from '../types.ts'
import { draftParts, type DraftRow, draftRow } from './draft-rows.ts'

/** Held until the transaction ends: of two who write one référentiel, the second sees what the first wrote. */
export const lockReferentiel = async (database: ReferentielsDatabase, referentiel: string): Promise<void> => {
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`referentiel ${referentiel}`}, 0))`)
}

const identityRow = z.object({
  id: z.string(),
  title: z.string(),
  isShipped: z.boolean(),
  owner: z.object({ kind: z.enum(ownerKinds), id: z.string().nullable() }),
})
export type Identity = z.infer<typeof identityRow>

export const findIdentity = async (database: ReferentielsDatabase, referentiel: string): Promise<Identity | null> => {
  const { rows } = await database.execute(
    sql`select id, title, is_shipped as "isShipped", jsonb_build_object('kind', owner_kind, 'id', owner_id) as owner
      from referentiels where code = ${referentiel}`,
  )
  const [row] = rows
  return row === undefined ? null : identityRow.parse(row)
}

/** Identifiers of the référentiels that one of these owns; without an id, every owner of the kind. */
export const codesOf = async (database: ReferentielsDatabase, owners: readonly Owner[]): Promise<readonly string[]> => {
  const { rows } = await database.execute(sql`
    select distinct code from referentiels r
    join jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as owner (kind text, id text)
      on r.owner_kind = owner.kind and (owner.id is null or r.owner_id = owner.id)
    order by code`)
  return z.array(z.object({ code: z.string() })).parse(rows).map(({ code }) => code)
}

const versionRow = z.object({
  referentiel: z.string(),
  version: z.string(),
  /** Of the draft or of the revision. */
  id: z.string(),
  status: z.enum(['draft', ...revisionStatuses]),
  title: z.string(),
  /** Null for a draft, whose rows are the truth. */
  hash: z.string().nullable(),
})
export type StoredVersion = z.infer<typeof versionRow>

/** Every version of one référentiel, or of all; in no order. */
export const storedVersions = async (
  database: ReferentielsDatabase,
  referentiel?: string,
): Promise<readonly StoredVersion[]> => {
  const only = referentiel ?? null
  const { rows } = await database.execute(sql`
    select d.referentiel, d.version, d.id, 'draft' as status, r.title, null as hash
    from drafts d join referentiels r on r.code = d.referentiel
    where ${only}::text is null or d.referentiel = ${only}
    union all
    select referentiel, version, id, status, title, hash from revisions
    where ${only}::text is null or referentiel = ${only}`)
  return z.array(versionRow).parse(rows)
}

const loadedRow = z.object({ hash: z.string() })

/** SHA-256 of the shipped files that were taken up as they are. */
export const loadedFiles = async (database: ReferentielsDatabase): Promise<ReadonlySet<string>> => {
  const { rows } = await database.execute(sql`select loaded_file as hash from referentiels where loaded_file is not null`)
  return new Set(z.array(loadedRow).parse(rows).map(({ hash }) => hash))
}

/** Remembers the file that a shipped référentiel was taken from. */
export const rememberFile = async (
  database: ReferentielsDatabase,
  { referentiel, hash }: { readonly referentiel: string; readonly hash: string },
): Promise<void> => {
  await database.execute(sql`update referentiels set loaded_file = ${hash} where code = ${referentiel}`)
}

const canonicalRow = z.object({ canonical: z.string() })

/** The frozen text of a revision; null for an unknown id. */
export const canonicalOf = async (database: ReferentielsDatabase, revision: string): Promise<string | null> => {
  const { rows } = await database.execute(sql`select canonical from revisions where id = ${revision}::uuid`)
  const [row] = rows
  return row === undefined ? null : canonicalRow.parse(row).canonical
}

const draftHead = z.object({
  referentiel: z.string(),
  version: z.string(),
  sequence: z.number().int(),
  isArranged: z.boolean(),
  parts: draftParts,
})

type StoredDraft = z.infer<typeof draftHead> & { readonly rows: readonly DraftRow[] }

export const readDraft = async (database: ReferentielsDatabase, draft: string): Promise<StoredDraft | null> => {
  const { rows: heads } = await database.execute(
    sql`select referentiel, version, "sequence", is_arranged as "isArranged", parts from drafts where id = ${draft}::uuid`,
  )
  const [head] = heads
  if (head === undefined) return null
  const { rows } = await database.execute(
    sql`select "row", code, node, parent, kind, "position", data from questions where draft_id = ${draft}::uuid`,
  )
  return { ...draftHead.parse(head), rows: z.array(draftRow).parse(rows) }
}

/** All rows of a draft in one statement: a référentiel may have thousands. */
export const insertDraftRows = async (
  database: ReferentielsDatabase,
  { draft, rows, touched }: { readonly draft: string; readonly rows: readonly DraftRow[]; readonly touched: number },
): Promise<void> => {
  const added = rows.map((row) => ({ id: randomUUIDv7(), ...row }))
  await database.execute(sql`
    insert into questions (id, draft_id, "row", code, node, parent, kind, "position", data, touched)
    select id, ${draft}::uuid, "row", code, node, parent, kind, "position", data, ${touched}
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as added
      (id uuid, "row" text, code text, node text, parent text, kind text, "position" integer, data jsonb)`)
}

/** Tells the log that a file replaced a draft's rows: whoever has them open lets go of all. */
export const logReplacement = async (
  database: ReferentielsDatabase,
  { draft, sequence, by }: { readonly draft: string; readonly sequence: number; readonly by: string | null },
): Promise<void> => {
  await database.execute(sql`
    insert into draft_changes (draft_id, "sequence", by_person, changes, removed)
    select ${draft}::uuid, ${sequence}, ${by}::text, '[]'::jsonb, coalesce(jsonb_agg(id), '[]'::jsonb)
    from questions where draft_id = ${draft}::uuid`)
}

export const deleteDraftRows = async (database: ReferentielsDatabase, draft: string): Promise<void> => {
  await database.execute(sql`delete from questions where draft_id = ${draft}::uuid`)
}

/** The links of a published document, one row each; a link that is written twice counts once. */
export const insertMappings = async (
  database: ReferentielsDatabase,
  revision: string,
  { id, version, mappings = [] }: ReferentielDocument,
): Promise<void> => {
  const links = mappings.flatMap(({ target, targetVersion, items }) =>
    items.map((item) => ({ id: randomUUIDv7(), target, targetVersion, ...item })),
  )
  if (links.length === 0) return
  await database.execute(sql`
    insert into mappings (id, revision_id, referentiel, version, from_code, target, target_version, to_code, relation,
      strength, carry_answers)
    select id, ${revision}::uuid, ${id}, ${version}, "from", target, "targetVersion", "to", relation, strength,
      coalesce("carryAnswers", false)
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link
      (id uuid, target text, "targetVersion" text, "from" text, "to" text, relation text, strength text,
       "carryAnswers" boolean)
    on conflict do nothing`)
}
