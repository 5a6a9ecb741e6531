import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const value = z.union([z.string(), z.number(), z.boolean()])

const usageRow = z.object({
  id: z.string(),
  organisation: z.string(),
  revision: z.string(),
  version: z.string(),
  subset: z.string().nullable(),
  rulesVersion: z.string().nullable(),
  profile: z.record(z.string(), z.union([value, z.array(value), z.null()])),
})

const usage = z.object({ total: z.number().int(), sample: z.array(usageRow) })

/**
 * The open diagnostics of a référentiel on versions below one, of any organisation: how many, and the latest of them to
 * try a move on. For figures that name nobody.
 */
export const openDiagnosticsBelow = async (
  database: Database,
  { referentiel, version, limit }: { readonly referentiel: string; readonly version: string; readonly limit: number },
): Promise<z.infer<typeof usage>> => {
  const { rows } = await database.execute(sql`
    with below as (
      select d.id, d.organisation_id as organisation, d.revision_id as revision, r.version, d.subset, d.rules_version as "rulesVersion",
        d.profile, d.updated_at
      from diagnostics d join revisions r on r.id = d.revision_id
      where d.referentiel = ${referentiel} and d.state = 'open'
        and string_to_array(r.version, '.')::bigint[] < string_to_array(${version}, '.')::bigint[]
    )
    select (select count(*)::int from below) as total,
      coalesce((select jsonb_agg(to_jsonb(latest) - 'updated_at') from (
        select * from below order by updated_at desc, id limit ${limit}) latest), '[]'::jsonb) as sample`)
  return usage.parse(rows[0])
}
