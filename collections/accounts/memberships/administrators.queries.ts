import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const ids = z.array(z.object({ id: z.string() }))

/**
 * The ids of the organisation's administrator memberships, read behind a lock on the organisation, so that
 * two administrators who leave at the same moment can't both find the other still there.
 */
export const lockAdministrators = async (database: Database, organisation: string): Promise<readonly string[]> => {
  await database.execute(sql`select 1 from organisations where id = ${organisation}::uuid for update`)
  const { rows } = await database.execute(
    sql`select id from memberships where organisation_id = ${organisation}::uuid and role = 'admin'`,
  )
  return ids.parse(rows).map(({ id }) => id)
}
