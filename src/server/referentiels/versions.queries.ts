import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { migration } from '#plugins/referentiels/engine/document/relations.schema.ts'
import type { Database } from '#server/database/database-of.ts'
import { reachesOrganisation } from '#server/scope/audience.queries.ts'

const number = (column: ReturnType<typeof sql>) => sql`string_to_array(${column}, '.')::bigint[]`

const versionRow = z.object({
  revision: z.string(),
  version: z.string(),
  migrations: z.array(migration).nullable().transform((migrations) => migrations ?? undefined),
})

/** A version of a référentiel, with what it says of older ones. */
export type VersionStep = z.infer<typeof versionRow>

/** The versions of one référentiel from one revision to another, both included; none where they are of two référentiels. */
export const versionsBetween = async (database: Database, from: string, to: string): Promise<readonly VersionStep[]> => {
  const { rows } = await database.execute(sql`
    select r.id as revision, r.version, r.canonical::jsonb->'migrations' as migrations
    from revisions r
    join revisions a on a.id = ${from}::uuid and a.referentiel = r.referentiel
    join revisions b on b.id = ${to}::uuid and b.referentiel = r.referentiel
    where ${number(sql`r.version`)} between ${number(sql`a.version`)} and ${number(sql`b.version`)}`)
  return z.array(versionRow).parse(rows)
}

/** Every published or retired version of a référentiel. */
export const versionsOf = async (database: Database, referentiel: string): Promise<readonly VersionStep[]> => {
  const { rows } = await database.execute(sql`
    select id as revision, version, canonical::jsonb->'migrations' as migrations from revisions where referentiel = ${referentiel}`)
  return z.array(versionRow).parse(rows)
}

const targetRow = z.object({
  revision: z.string(),
  version: z.string(),
  title: z.string(),
  publishedAt: z.coerce.date(),
  subsets: z.array(z.string()),
  rulesVersion: z.string().nullable(),
})

/** A version that diagnostics may move to. */
export type TargetVersion = z.infer<typeof targetRow>

const targetColumns = sql`r.id as revision, r.version, r.title, r.published_at as "publishedAt",
      coalesce((select jsonb_agg(subset->>'code') from jsonb_array_elements(r.canonical::jsonb->'subsets') as subset), '[]'::jsonb) as subsets,
      r.canonical::jsonb->'scoring'->>'current' as "rulesVersion"`

/** The latest version that is published for the organisation and newer than a revision; null when there is none. */
export const newestAfter = async (
  database: Database,
  { revision, organisation }: { readonly revision: string; readonly organisation: string },
): Promise<TargetVersion | null> => {
  const { rows } = await database.execute(sql`
    select ${targetColumns} from revisions r join revisions own on own.id = ${revision}::uuid and own.referentiel = r.referentiel
    where r.status = 'published' and ${reachesOrganisation(organisation)} and ${number(sql`r.version`)} > ${number(sql`own.version`)}
    order by ${number(sql`r.version`)} desc limit 1`)
  const [row] = rows
  return row === undefined ? null : targetRow.parse(row)
}

/** A revision as the target of a move from another: newer, of the same référentiel, published for the organisation. */
export const targetAfter = async (
  database: Database,
  { from, to, organisation }: { readonly from: string; readonly to: string; readonly organisation: string },
): Promise<TargetVersion | null> => {
  const { rows } = await database.execute(sql`
    select ${targetColumns} from revisions r join revisions own on own.id = ${from}::uuid and own.referentiel = r.referentiel
    where r.id = ${to}::uuid and r.status = 'published' and ${reachesOrganisation(organisation)}
      and ${number(sql`r.version`)} > ${number(sql`own.version`)}`)
  const [row] = rows
  return row === undefined ? null : targetRow.parse(row)
}
