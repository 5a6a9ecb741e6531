import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

const circumstancesRow = z.object({
  /** Open diagnostics of the organisation on older versions of the same référentiel, this one included. */
  older: z.number().int(),
  /** A network of the organisation that proposes the version. */
  network: z.string().nullable(),
})

/** What else bears on a move: how many diagnostics could go along, and who proposes it. */
export const upgradeCircumstances = async (
  scope: Scope,
  database: Database,
  { diagnostic, revision }: { readonly diagnostic: string; readonly revision: string },
): Promise<z.infer<typeof circumstancesRow>> => {
  requireRight(scope, 'content:read')
  const { rows } = await database.execute(sql`
    select
      (select count(*)::int from diagnostics d join revisions r on r.id = d.revision_id join revisions t on t.id = ${revision}::uuid
        where d.organisation_id = ${scope.organisation.id}::uuid and d.referentiel = t.referentiel and d.state = 'open'
          and string_to_array(r.version, '.')::bigint[] < string_to_array(t.version, '.')::bigint[]) as older,
      (select n.name from upgrade_steps s join upgrade_batches b on b.id = s.batch_id join networks n on n.id = b.network_id
        where s.organisation_id = ${scope.organisation.id}::uuid and s.diagnostic_id = ${diagnostic}::uuid
          and b.revision_id = ${revision}::uuid order by b.created_at desc limit 1) as network`)
  return circumstancesRow.parse(rows[0])
}
