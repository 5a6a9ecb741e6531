import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

import { studioMigration } from '#plugins/referentiels/exports/server.ts'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "referentiels" ADD COLUMN "owner_kind" varchar DEFAULT 'platform' NOT NULL;
  ALTER TABLE "referentiels" ADD COLUMN "owner_id" varchar;
  ALTER TABLE "drafts" ADD COLUMN "sequence" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "drafts" ADD COLUMN "is_arranged" boolean DEFAULT false NOT NULL;
  ALTER TABLE "questions" ADD COLUMN "touched" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "questions" ADD COLUMN "marks" jsonb;
  CREATE INDEX "referentiels_owner_id_idx" ON "referentiels" USING btree ("owner_id");
  CREATE INDEX "draft_touched_idx" ON "questions" USING btree ("draft_id","touched");`)
  await db.execute(sql.raw(studioMigration.up))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(studioMigration.down))
  await db.execute(sql`
   DROP INDEX "referentiels_owner_id_idx";
  DROP INDEX "draft_touched_idx";
  ALTER TABLE "referentiels" DROP COLUMN "owner_kind";
  ALTER TABLE "referentiels" DROP COLUMN "owner_id";
  ALTER TABLE "drafts" DROP COLUMN "sequence";
  ALTER TABLE "drafts" DROP COLUMN "is_arranged";
  ALTER TABLE "questions" DROP COLUMN "touched";
  ALTER TABLE "questions" DROP COLUMN "marks";`)
}
