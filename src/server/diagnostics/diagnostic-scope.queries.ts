import { sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import { z } from 'zod'

import { diagnosticStates } from '#domain/diagnostic/states.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

const fact = z.union([z.string(), z.number(), z.boolean()])

const row = z.object({
  id: z.string(),
  organisation: z.string(),
  referentiel: z.string(),
  revision: z.string(),
  subset: z.string().nullable(),
  rulesVersion: z.string().nullable(),
  /** Field → values, copied when the diagnostic was opened. */
  profile: z.record(z.string(), z.union([fact, z.array(fact), z.null()])),
  state: z.enum(diagnosticStates),
  /** The diagnostic that took its place on a newer version of the référentiel, the last of several. */
  replacedBy: z.string().nullable(),
  number: z.coerce.number(),
  timeZone: z.string(),
  subscriptionEnd: z.string().nullable(),
})

/** What saving needs to know of a diagnostic: whose it is, with what it is computed, whether it may change. */
export type WritableDiagnostic = z.infer<typeof row>

/** One diagnostic, as `diagnosticIn` reads it. */
export const diagnosticFacts = (id: Placeholder): SQL => sql`
    select d.id, d.organisation_id as organisation, d.referentiel, d.revision_id as revision, d.subset,
      d.rules_version as "rulesVersion", d.profile, d.state, o.time_zone as "timeZone", o.number,
      (with recursive later as (
          select n.id, 1 as step from diagnostics n where n.replaces_id = d.id
          union all select n.id, l.step + 1 from later l join diagnostics n on n.replaces_id = l.id)
        select l.id from later l order by l.step desc limit 1) as "replacedBy",
      (select s."end" from subscriptions s
        where s.organisation_id = o.id or s.network_id = n.network_id
        order by s."end" desc limit 1) as "subscriptionEnd"
    from diagnostics d
    join organisations o on o.id = d.organisation_id
    left join lateral (
      select network_id from network_memberships
      where organisation_id = o.id and left_on is null
      order by joined_on desc limit 1) n on true
    where d.id = ${id}::uuid`

/** A row of `diagnosticFacts`. */
export const diagnosticIn = (found: unknown): WritableDiagnostic => row.parse(found)

const diagnosticById = statement<{ diagnostic: string }>('diagnostic', (value) => diagnosticFacts(value('diagnostic')))

/** A diagnostic by its id, whoever asks: the caller's rights in its organisation are for `diagnostic-scope.ts` to check. */
export const findDiagnostic = async (database: Database, id: string): Promise<WritableDiagnostic | null> => {
  const [found] = await diagnosticById(database, { diagnostic: id })
  return found === undefined ? null : diagnosticIn(found)
}
