import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const coded = z.array(z.object({ code: z.string() })).nullish()

/** Of a frozen document, what a diagnostic names of it. */
const pinnable = z.object({
  referentiel: z.string(),
  subsets: coded.transform((subsets) => (subsets ?? []).map(({ code }) => code)),
  scoring: z.object({ current: z.string(), rules: z.array(z.object({ rulesVersion: z.string() })) }).nullish(),
})

export type PinnableRevision = z.infer<typeof pinnable>

/** A revision that new diagnostics may take; null when it is unknown, retired, not for everybody, or asks nothing (a mapping target). */
export const pinnableRevision = async (database: Database, revision: string): Promise<PinnableRevision | null> => {
  const { rows } = await database.execute(sql`
    with revision as (
      select referentiel, canonical::jsonb as document from revisions
      where id::text = ${revision} and status = 'published' and visibility = 'public')
    select referentiel, document->'subsets' as subsets, document->'scoring' as scoring from revision
    where jsonb_path_exists(document, '$.nodes[*] ? (exists(@.rating) || exists(@.questions))')`)
  const [row] = rows
  return row === undefined ? null : pinnable.parse(row)
}
