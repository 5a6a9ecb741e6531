import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const ids = z.array(z.object({ id: z.string() }))

/**
 * The ids of a campaign and of all that went before it, read behind a lock on the organisation: two changes at once
 * could otherwise close a circle that neither sees.
 */
export const precededBy = async (
  database: Database,
  { campaign, organisation }: { readonly campaign: string; readonly organisation: string },
): Promise<readonly string[]> => {
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns ${organisation}`}, 0))`)
  // `union` and not `union all`: it ends on a circle that is there already.
  const { rows } = await database.execute(sql`
    with recursive earlier as (
      select id, previous_id from campaigns where id::text = ${campaign}
      union select c.id, c.previous_id from campaigns c join earlier e on c.id = e.previous_id)
    select id from earlier`)
  return ids.parse(rows).map(({ id }) => id)
}
