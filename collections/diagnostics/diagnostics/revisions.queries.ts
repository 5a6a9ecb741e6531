import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { ProfileField } from '#domain/diagnostic/profile.rules.ts'
import type { Database } from '#server/database/database-of.ts'
import { reachesOrganisation } from '#server/scope/audience.queries.ts'

const coded = z.array(z.object({ code: z.string() })).nullish()

/** Of a frozen document, what a diagnostic names of it. */
const pinnable = z.object({
  referentiel: z.string(),
  subsets: coded.transform((subsets) => (subsets ?? []).map(({ code }) => code)),
  scoring: z.object({ current: z.string(), rules: z.array(z.object({ rulesVersion: z.string() })) }).nullish(),
})

export type PinnableRevision = z.infer<typeof pinnable>

/**
 * A revision that an organisation's new diagnostics may take; null when it is unknown, retired, not for that organisation,
 * or asks nothing (a mapping target).
 */
export const pinnableRevision = async (
  database: Database,
  { revision, organisation }: { readonly revision: string; readonly organisation: string },
): Promise<PinnableRevision | null> => {
  const { rows } = await database.execute(sql`
    with revision as (
      select r.referentiel, r.canonical::jsonb as document from revisions r
      where r.id::text = ${revision} and r.status = 'published' and ${reachesOrganisation(organisation)})
    select referentiel, document->'subsets' as subsets, document->'scoring' as scoring from revision
    where jsonb_path_exists(document, '$.nodes[*] ? (exists(@.rating) || exists(@.questions))')`)
  const [row] = rows
  return row === undefined ? null : pinnable.parse(row)
}

const described = z.object({
  fields: z.array(z.object({ code: z.string(), type: z.string(), list: z.string().optional() })).nullish(),
  lists: z.array(z.object({ code: z.string(), options: z.array(z.object({ code: z.string() })).optional() })).nullish(),
})

/** The fields that a profile of a diagnostic on this revision may have; none of an unknown revision. */
export const profileFieldsOf = async (database: Database, revision: string): Promise<readonly ProfileField[]> => {
  const { rows } = await database.execute(sql`
    select document->'profileFields' as fields, document->'lists' as lists
    from (select canonical::jsonb as document from revisions where id::text = ${revision}) revision`)
  const { fields, lists } = described.parse(rows[0] ?? {})
  return (fields ?? []).map(({ code, type, list }) => ({ code, type, options: lists?.find((each) => each.code === list)?.options ?? null }))
}
