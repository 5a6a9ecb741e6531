import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** What Payload can't declare: a chain of diagnostics within one organisation, known words, and what is proposed to whom. */
const walls = `
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_replaces_own
  FOREIGN KEY (replaces_id, organisation_id) REFERENCES diagnostics (id, organisation_id);
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_replaces_another CHECK (replaces_id <> id);
-- A diagnostic is replaced once: whoever moves it a second time meets the first move.
CREATE UNIQUE INDEX diagnostics_replaced_once ON diagnostics (replaces_id) WHERE replaces_id IS NOT NULL;
ALTER TABLE answers ADD CONSTRAINT answers_to_confirm_known CHECK
  (to_confirm IN ('same', 'renamed', 'reworded', 'rescaled', 'retyped', 'merged', 'split', 'partial'));
ALTER TABLE assessments ADD CONSTRAINT assessments_to_confirm_known CHECK
  (to_confirm IN ('same', 'renamed', 'reworded', 'rescaled', 'retyped', 'merged', 'split', 'partial'));

-- A move proposed to the members of a network, to everybody, or decided by one organisation for all its diagnostics.
CREATE TABLE upgrade_batches (
  id uuid PRIMARY KEY,
  referentiel varchar NOT NULL,
  revision_id uuid NOT NULL,
  network_id uuid REFERENCES networks (id) ON DELETE CASCADE,
  organisation_id uuid REFERENCES organisations (id) ON DELETE CASCADE,
  started_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT upgrade_batches_one_audience CHECK (num_nonnulls(network_id, organisation_id) <= 1),
  CONSTRAINT upgrade_batches_revision FOREIGN KEY (revision_id, referentiel) REFERENCES revisions (id, referentiel)
);
CREATE INDEX upgrade_batches_revision_idx ON upgrade_batches (revision_id);
CREATE INDEX upgrade_batches_network_idx ON upgrade_batches (network_id);
CREATE INDEX upgrade_batches_organisation_idx ON upgrade_batches (organisation_id);
CREATE INDEX upgrade_batches_started_by_idx ON upgrade_batches (started_by_id);

-- Where each diagnostic of a batch stands: the job goes on from here when it is taken up again.
CREATE TABLE upgrade_steps (
  batch_id uuid NOT NULL REFERENCES upgrade_batches (id) ON DELETE CASCADE,
  diagnostic_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  state varchar NOT NULL CHECK (state IN ('proposed', 'simulated', 'confirmed', 'moved', 'failed')),
  confirmed_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  summary jsonb,
  updated_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (batch_id, diagnostic_id),
  CONSTRAINT upgrade_steps_diagnostic_own FOREIGN KEY (diagnostic_id, organisation_id)
    REFERENCES diagnostics (id, organisation_id) ON DELETE CASCADE
);
CREATE INDEX upgrade_steps_diagnostic_idx ON upgrade_steps (diagnostic_id);
CREATE INDEX upgrade_steps_organisation_idx ON upgrade_steps (organisation_id);
CREATE INDEX upgrade_steps_confirmed_by_idx ON upgrade_steps (confirmed_by_id);
CREATE INDEX upgrade_steps_open_idx ON upgrade_steps (batch_id, diagnostic_id) WHERE state IN ('proposed', 'confirmed');
`

const noWalls = `
DROP TABLE upgrade_steps;
DROP TABLE upgrade_batches;
ALTER TABLE assessments DROP CONSTRAINT assessments_to_confirm_known;
ALTER TABLE answers DROP CONSTRAINT answers_to_confirm_known;
DROP INDEX diagnostics_replaced_once;
ALTER TABLE diagnostics DROP CONSTRAINT diagnostics_replaces_another;
ALTER TABLE diagnostics DROP CONSTRAINT diagnostics_replaces_own;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "diagnostics" ADD COLUMN "replaces_id" uuid;
  ALTER TABLE "assessments" ADD COLUMN "to_confirm" varchar;
  ALTER TABLE "answers" ADD COLUMN "to_confirm" varchar;
  ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_replaces_id_diagnostics_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."diagnostics"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "diagnostics_replaces_idx" ON "diagnostics" USING btree ("replaces_id");`)
  await db.execute(sql.raw(walls))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(noWalls))
  await db.execute(sql`
   ALTER TABLE "diagnostics" DROP CONSTRAINT "diagnostics_replaces_id_diagnostics_id_fk";
  
  DROP INDEX "diagnostics_replaces_idx";
  ALTER TABLE "diagnostics" DROP COLUMN "replaces_id";
  ALTER TABLE "assessments" DROP COLUMN "to_confirm";
  ALTER TABLE "answers" DROP COLUMN "to_confirm";`)
}
