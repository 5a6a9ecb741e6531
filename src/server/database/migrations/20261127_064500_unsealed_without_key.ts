import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** A database that was made by now has no such key (`plugins/audit-trail/migration.ts` says why). */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE audit_unsealed DROP CONSTRAINT IF EXISTS audit_unsealed_entry_id_fkey`)
}

export async function down(_: MigrateDownArgs): Promise<void> {
  // Nothing that came before needs the key.
}
