import { sql } from 'drizzle-orm'

import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'
import type { Caller, Identity } from '#server/scope/actor.queries.ts'
import { callerFacts, callerIn } from '#server/scope/actor.queries.ts'

import type { WritableDiagnostic } from './diagnostic-scope.queries.ts'
import { diagnosticFacts, diagnosticIn } from './diagnostic-scope.queries.ts'
import type { ScoredRows } from './rows.queries.ts'
import { scoredColumns, scoredRowsIn } from './rows.queries.ts'

/** What a save starts from. */
export type SaveFacts = {
  /** Null when the session was ended or has expired. */
  readonly caller: Caller | null
  /** Null where there is none, or where the caller is neither a member of its organisation nor holds a mandate there. */
  readonly found: { readonly diagnostic: WritableDiagnostic; readonly rows: ScoredRows } | null
}

const saveFacts = statement<Identity & { diagnostic: string }>('save-facts', (value) => sql`
    with caller as materialized (${callerFacts(value)}
    ), diagnostic as materialized (
      select d.* from caller c, (${diagnosticFacts(value('diagnostic'))}) d
      where exists (select 1 from jsonb_array_elements(c.memberships || c.mandates) place where place->>'organisation' = d.organisation::text)
    )
    select (select to_jsonb(c) from caller c) as caller, (select to_jsonb(d) from diagnostic d) as diagnostic,
      ${scoredColumns(sql`(r.organisation_id, r.diagnostic_id) = (select d.organisation, d.id from diagnostic d)`)}`)

/**
 * Caller, diagnostic and the rows that its figures are computed from, in one statement: saving an answer asks for nothing
 * else before it writes. What the caller may do there is for `diagnostic-scope.ts` to check.
 */
export const loadSaveFacts = async (identity: Identity, database: Database, diagnostic: string): Promise<SaveFacts> => {
  const [row] = await saveFacts(database, { ...identity, diagnostic })
  if (row === undefined || row['caller'] === null) return { caller: null, found: null }
  const caller = callerIn(row['caller'])
  if (row['diagnostic'] === null) return { caller, found: null }
  return { caller, found: { diagnostic: diagnosticIn(row['diagnostic']), rows: scoredRowsIn(row) } }
}
