import { randomUUIDv7 } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import type { AuditDatabase, AuditEntry } from './types.ts'

/**
 * Writes entries in one statement, in the transaction that `db` belongs to. For changes made by SQL; changes
 * through Payload are recorded by the plugin's hooks. Fails as the statement fails: a change that cannot be
 * recorded must not happen. `before` and `after` are written as given: leave secrets out.
 */
export const recordAudits = async (db: AuditDatabase, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({ id: randomUUIDv7(), ...entry }))
  // The database's clock: one clock for all processes.
  await db.execute(sql`
    insert into audit_entries
      (id, at, actor, actor_collection, on_behalf_of, organisation, collection, document, operation,
       before, after, request_id)
    select id, date_trunc('milliseconds', clock_timestamp()), actor, "actorCollection", "onBehalfOf", organisation,
           collection, document, operation, nullif(before, 'null'), nullif(after, 'null'), "requestId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry
      (id uuid, actor text, "actorCollection" text, "onBehalfOf" text, organisation text, collection text,
       document text, operation text, before jsonb, after jsonb, "requestId" text)`)
}

/** One entry, as `recordAudits`. */
export const recordAudit = ({ db, entry }: { readonly db: AuditDatabase; readonly entry: AuditEntry }): Promise<void> =>
  recordAudits(db, [entry])
