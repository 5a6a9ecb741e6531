import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { ReferentielsDatabase } from '#plugins/referentiels/types.ts'

const counted = z.array(z.object({ revision: z.string(), count: z.number().int() }))

/** How many diagnostics of any organisation are pinned to each of these revisions: a figure, never whose. */
export const diagnosticsByRevision = async (
  database: ReferentielsDatabase,
  revisions: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await database.execute(sql`
    select revision_id as revision, count(*)::int as count from diagnostics
    where revision_id in (select jsonb_array_elements_text(${JSON.stringify(revisions)}::jsonb)::uuid)
    group by revision_id`)
  return new Map(counted.parse(rows).map(({ revision, count }) => [revision, count]))
}
