import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

/** The networks to which these organisations belong today. */
export const networksOfOrganisations = async (
  database: Database,
  organisations: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await database.execute(sql`
    select distinct network_id as id from network_memberships
    where organisation_id in ${[...organisations]} and left_on is null`)
  return z.array(z.object({ id: z.string() })).parse(rows).map(({ id }) => id)
}
