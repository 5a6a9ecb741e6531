import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { draftParts, marks } from '../publication/draft-rows.ts'
import { ownerKinds, type ReferentielsDatabase } from '../types.ts'
import type { Desk, DeskRow } from './desk.ts'

/** A draft's rows, its log and who has it open. Who may do so is asked before: `enter-draft.ts`. */

const head = z.object({
  id: z.string(),
  referentiel: z.string(),
  version: z.string(),
  title: z.string(),
  sequence: z.number().int(),
  isArranged: z.boolean(),
  isShipped: z.boolean(),
  owner: z.object({ kind: z.enum(ownerKinds), id: z.string().nullable() }),
})
export type DraftHead = z.infer<typeof head>

/** What a draft is and whose; null for an unknown one. */
export const findDraft = async (database: ReferentielsDatabase, draft: string): Promise<DraftHead | null> => {
  const { rows } = await database.execute(sql`
    select d.id, d.referentiel, d.version, r.title, d."sequence", d.is_arranged as "isArranged", r.is_shipped as "isShipped",
      jsonb_build_object('kind', r.owner_kind, 'id', r.owner_id) as owner
    from drafts d join referentiels r on r.code = d.referentiel where d.id = ${draft}::uuid`)
  const [row] = rows
  return row === undefined ? null : head.parse(row)
}

const lockedHead = z.object({ version: z.string(), sequence: z.number().int(), isArranged: z.boolean(), parts: draftParts })
export type LockedDraft = z.infer<typeof lockedHead>

/** Held until the transaction ends, by whoever changes the draft, publishes or replaces it. Null once it is gone. */
export const lockDraft = async (
  database: ReferentielsDatabase,
  { id, referentiel }: Pick<DraftHead, 'id' | 'referentiel'>,
): Promise<LockedDraft | null> => {
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`referentiel ${referentiel}`}, 0))`)
  const { rows } = await database.execute(
    sql`select version, "sequence", is_arranged as "isArranged", parts from drafts where id = ${id}::uuid for update`,
  )
  const [row] = rows
  return row === undefined ? null : lockedHead.parse(row)
}

const storedRow = z.object({
  id: z.string(),
  row: z.enum(['node', 'question']),
  code: z.string(),
  node: z.string().nullable(),
  parent: z.string().nullable(),
  kind: z.string().nullable(),
  position: z.number().int(),
  data: z.record(z.string(), z.unknown()),
  revision: z.number().int(),
  touched: z.number().int(),
  marks: marks.nullable().transform((known) => known ?? {}),
})

const columns = sql`id, "row", code, node, parent, kind, "position", data, revision, touched, marks`

const parseRows = (rows: readonly Record<string, unknown>[]): readonly DeskRow[] => rows.map((row) => storedRow.parse(row))

/** All rows of a draft, or those with these ids. */
export const readRows = async (
  database: ReferentielsDatabase,
  draft: string,
  ids?: readonly string[],
): Promise<readonly DeskRow[]> => {
  const only = ids === undefined ? sql`` : sql` and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
  const { rows } = await database.execute(sql`select ${columns} from questions where draft_id = ${draft}::uuid${only}`)
  return parseRows(rows)
}

const draftState = z.object({ version: z.string(), sequence: z.number().int(), isArranged: z.boolean(), parts: draftParts })

/** A draft as it stands, in one statement, so that its rows and its sequence number are of one moment. */
export const readWhole = async (database: ReferentielsDatabase, draft: string) => {
  const { rows } = await database.execute(sql`
    select version, "sequence", is_arranged as "isArranged", parts,
      (select coalesce(jsonb_agg(to_jsonb(q)), '[]'::jsonb) from (
        select ${columns} from questions where draft_id = d.id) q) as rows
    from drafts d where id = ${draft}::uuid`)
  const [row] = rows
  return row === undefined ? null : draftState.extend({ rows: z.array(storedRow) }).parse(row)
}

const newsRow = draftState.omit({ isArranged: true }).extend({ rows: z.array(storedRow), removed: z.array(z.string()) })

/** What changed since a sequence number, in one statement; null once the draft is gone. */
export const readNews = async (
  database: ReferentielsDatabase,
  { draft, since }: { readonly draft: string; readonly since: number },
) => {
  const { rows } = await database.execute(sql`
    select version, "sequence",
      coalesce((select jsonb_object_agg(key, value) from jsonb_each(parts)
        where coalesce((value->>'touched')::integer, 0) > ${since}), '{}'::jsonb) as parts,
      (select coalesce(jsonb_agg(to_jsonb(q)), '[]'::jsonb) from (
        select ${columns} from questions where draft_id = d.id and touched > ${since}) q) as rows,
      (select coalesce(jsonb_agg(distinct gone), '[]'::jsonb) from draft_changes c, jsonb_array_elements_text(c.removed) as gone
        where c.draft_id = d.id and c."sequence" > ${since}
          and not exists (select from questions back where back.id = gone::uuid and back.draft_id = d.id)) as removed
    from drafts d where id = ${draft}::uuid`)
  const [row] = rows
  return row === undefined ? null : newsRow.parse(row)
}

const logged = z.object({ sequence: z.number().int(), changes: z.array(z.unknown()) })

/** The batch that an operation made, if it did; of another draft nothing. */
export const findOperation = async (
  database: ReferentielsDatabase,
  { draft, operation }: { readonly draft: string; readonly operation: string },
) => {
  const { rows } = await database.execute(sql`
    select "sequence", changes from draft_changes where draft_id = ${draft}::uuid and operation = ${operation}::uuid`)
  const [row] = rows
  return row === undefined ? null : logged.parse(row)
}

/** The batches of these numbers, for what they took. */
export const readBatches = async (
  database: ReferentielsDatabase,
  { draft, sequences }: { readonly draft: string; readonly sequences: readonly number[] },
) => {
  if (sequences.length === 0) return []
  const { rows } = await database.execute(sql`
    select "sequence", changes from draft_changes where draft_id = ${draft}::uuid
      and "sequence" in (select value::integer from jsonb_array_elements_text(${JSON.stringify(sequences)}::jsonb))`)
  return z.array(logged).parse(rows)
}

const removal = z.object({ row: z.string(), by: z.string().nullable(), at: z.string() })

/** Who took which of these rows, and when. Rows that never were are not in the answer. */
export const findRemovals = async (
  database: ReferentielsDatabase,
  { draft, rows: ids }: { readonly draft: string; readonly rows: readonly string[] },
) => {
  if (ids.length === 0) return []
  const { rows } = await database.execute(sql`
    select wanted.id as row, c.by_person as by, to_json(c.at)#>>'{}' as at
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as wanted (id)
    join lateral (select by_person, at from draft_changes
      where draft_id = ${draft}::uuid and removed @> to_jsonb(wanted.id) order by "sequence" desc limit 1) c on true`)
  return z.array(removal).parse(rows)
}

/** Which of these ids are rows of another draft. */
export const findStrangers = async (
  database: ReferentielsDatabase,
  { draft, rows: ids }: { readonly draft: string; readonly rows: readonly string[] },
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const { rows } = await database.execute(sql`
    select id from questions where draft_id <> ${draft}::uuid
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)
  return z.array(z.object({ id: z.string() })).parse(rows).map(({ id }) => id)
}

type LoggedBatch = {
  readonly draft: string
  readonly operation: string
  readonly changes: readonly unknown[]
}

/** Writes what a desk holds of a batch: rows, parts, counters and the log, each in one statement. */
export const writeDesk = async (database: ReferentielsDatabase, desk: Desk, { draft, operation, changes }: LoggedBatch): Promise<void> => {
  const touched = desk.touchedRows()
  const removed = [...desk.removed]
  if (removed.length > 0) {
    await database.execute(sql`
      delete from questions where draft_id = ${draft}::uuid
        and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(removed)}::jsonb))`)
  }
  // Two rows may swap their codes, which are unique at every moment.
  if (desk.renamed.size > 0) {
    await database.execute(sql`
      update questions set code = id::text where draft_id = ${draft}::uuid
        and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify([...desk.renamed])}::jsonb))`)
  }
  await updateRows(database, { draft, rows: touched.filter(({ id }) => !desk.added.has(id)) })
  await addRows(database, { draft, rows: touched.filter(({ id }) => desk.added.has(id)) })
  const parts = Object.fromEntries(desk.touchedParts())
  await database.execute(sql`
    update drafts set "sequence" = ${desk.sequence}, version = ${desk.version}, is_arranged = ${desk.isArranged},
      parts = parts || ${JSON.stringify(parts)}::jsonb, updated_at = now()
    where id = ${draft}::uuid`)
  await database.execute(sql`
    insert into draft_changes (draft_id, "sequence", operation, by_person, at, changes, removed)
    values (${draft}::uuid, ${desk.sequence}, ${operation}::uuid, ${desk.author.person}::text, ${desk.author.at}::timestamptz,
      ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(removed)}::jsonb)`)
}

type Rows = { readonly draft: string; readonly rows: readonly DeskRow[] }

const record = sql`(id uuid, "row" text, code text, node text, parent text, kind text, "position" integer, data jsonb,
      revision integer, touched integer, marks jsonb)`

const updateRows = async (database: ReferentielsDatabase, { draft, rows }: Rows): Promise<void> => {
  if (rows.length === 0) return
  await database.execute(sql`
    update questions q set code = now_.code, node = now_.node, parent = now_.parent, kind = now_.kind, "position" = now_."position",
      data = now_.data, revision = now_.revision, touched = now_.touched, marks = now_.marks, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as now_ ${record}
    where q.id = now_.id and q.draft_id = ${draft}::uuid`)
}

const addRows = async (database: ReferentielsDatabase, { draft, rows }: Rows): Promise<void> => {
  if (rows.length === 0) return
  await database.execute(sql`
    insert into questions (id, draft_id, "row", code, node, parent, kind, "position", data, revision, touched, marks)
    select id, ${draft}::uuid, "row", code, node, parent, kind, "position", data, revision, touched, marks
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added ${record}`)
}

const historyRow = z.object({ sequence: z.number().int(), at: z.string(), by: z.string().nullable(), changes: z.array(z.unknown()) })

export const readHistory = async (
  database: ReferentielsDatabase,
  { draft, before, limit }: { readonly draft: string; readonly before: number | null; readonly limit: number },
) => {
  const { rows } = await database.execute(sql`
    select "sequence", to_json(at)#>>'{}' as at, by_person as by, changes from draft_changes
    where draft_id = ${draft}::uuid and (${before}::integer is null or "sequence" < ${before}::integer)
    order by "sequence" desc limit ${limit}`)
  return z.array(historyRow).parse(rows)
}

const presence = z.object({ person: z.string(), row: z.string().nullable(), part: z.string().nullable(), seenAt: z.string() })

export type Presence = {
  readonly draft: string
  readonly window: string
  readonly person: string
  readonly at: { readonly row: string | null; readonly part: string | null } | null
}

/** Says that a window has the draft open, forgets those unheard of, and answers who else is there. */
export const notePresence = async (
  database: ReferentielsDatabase,
  { draft, window, person, at }: Presence,
  lasts: number,
) => {
  const { rows } = await database.execute(sql`
    with mine as (
      insert into draft_presences (draft_id, "window", person, at_row, at_part, seen_at)
      values (${draft}::uuid, ${window}::uuid, ${person}, ${at?.row ?? null}::uuid, ${at?.part ?? null}::text, now())
      on conflict (draft_id, "window") do update set at_row = excluded.at_row, at_part = excluded.at_part, seen_at = now()
        where draft_presences.person = excluded.person),
    old as (delete from draft_presences where seen_at < now() - make_interval(secs => ${lasts / 1000}) and "window" <> ${window}::uuid)
    select distinct on (person) person, at_row as row, at_part as part, to_json(seen_at)#>>'{}' as "seenAt"
    from draft_presences where draft_id = ${draft}::uuid and person <> ${person}
      and seen_at >= now() - make_interval(secs => ${lasts / 1000})
    order by person, seen_at desc`)
  return z.array(presence).parse(rows)
}

export const endPresence = async (
  database: ReferentielsDatabase,
  { draft, window, person }: Omit<Presence, 'at'>,
): Promise<void> => {
  await database.execute(sql`
    delete from draft_presences where draft_id = ${draft}::uuid and "window" = ${window}::uuid and person = ${person}`)
}

