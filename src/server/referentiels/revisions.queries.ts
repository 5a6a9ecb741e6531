import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { referentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import type { ReferentielDocument } from '#plugins/referentiels/engine/document/document.schema.ts'
import type { Database } from '#server/database/database-of.ts'

const row = z.object({ canonical: z.string() })

/** The frozen document of a revision: what was published, checked again on its way out. */
export const loadRevision = async (database: Database, revision: string): Promise<ReferentielDocument> => {
  const { rows } = await database.execute(sql`select canonical from revisions where id = ${revision}::uuid`)
  return referentielDocument.parse(JSON.parse(row.parse(rows[0]).canonical))
}
