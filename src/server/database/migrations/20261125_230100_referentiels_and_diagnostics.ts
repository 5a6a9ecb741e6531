import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

import { referentielsMigration } from '#plugins/referentiels/exports/server.ts'

import { restrictRequiredRelations } from '../foreign-keys.ts'

/** What Payload can't declare: whole numbers, known words, rows that stay in one organisation, pinned revisions. */
const walls = `
ALTER TABLE grids ALTER COLUMN "number" TYPE integer;
ALTER TABLE assessments ALTER COLUMN priority TYPE integer, ALTER COLUMN revision TYPE integer;
ALTER TABLE answers ALTER COLUMN grid TYPE integer, ALTER COLUMN revision TYPE integer;

ALTER TABLE campaigns ADD CONSTRAINT campaigns_order CHECK (start_on <= end_on);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_state_known
  CHECK (state IN ('preparation', 'running', 'toValidate', 'validated', 'archived'));
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_state_known
  CHECK (state IN ('open', 'validated', 'replaced', 'archived'));
ALTER TABLE grids ADD CONSTRAINT grids_number_positive CHECK ("number" > 0);
ALTER TABLE assessments ADD CONSTRAINT assessments_priority_known CHECK (priority IN (1, 2, 3));
ALTER TABLE assessments ADD CONSTRAINT assessments_words_known
  CHECK (work_state IN ('toDo', 'running', 'toReview', 'done') AND source IN ('typed', 'workshop', 'carried', 'import'));
ALTER TABLE answers ADD CONSTRAINT answers_grid_positive CHECK (grid >= 0);
ALTER TABLE answers ADD CONSTRAINT answers_source_known CHECK (source IN ('typed', 'workshop', 'carried', 'import'));

-- At most one open diagnostic for one référentiel and one perimeter: the organisation, or one establishment.
CREATE UNIQUE INDEX diagnostics_one_open ON diagnostics
  (organisation_id, referentiel, COALESCE(establishment_id, '00000000-0000-0000-0000-000000000000'))
  WHERE state = 'open';

-- A row's organisation is its parent's.
ALTER TABLE campaigns ADD CONSTRAINT campaigns_own UNIQUE (id, organisation_id);
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_own UNIQUE (id, organisation_id);
ALTER TABLE establishments ADD CONSTRAINT establishments_own UNIQUE (id, organisation_id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_previous_own
  FOREIGN KEY (previous_id, organisation_id) REFERENCES campaigns (id, organisation_id);
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_campaign_own
  FOREIGN KEY (campaign_id, organisation_id) REFERENCES campaigns (id, organisation_id);
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_establishment_own
  FOREIGN KEY (establishment_id, organisation_id) REFERENCES establishments (id, organisation_id);
ALTER TABLE grids ADD CONSTRAINT grids_diagnostic_own
  FOREIGN KEY (diagnostic_id, organisation_id) REFERENCES diagnostics (id, organisation_id);
ALTER TABLE assessments ADD CONSTRAINT assessments_diagnostic_own
  FOREIGN KEY (diagnostic_id, organisation_id) REFERENCES diagnostics (id, organisation_id);
ALTER TABLE answers ADD CONSTRAINT answers_diagnostic_own
  FOREIGN KEY (diagnostic_id, organisation_id) REFERENCES diagnostics (id, organisation_id);

-- A diagnostic keeps its revision for ever.
ALTER TABLE revisions ADD CONSTRAINT revisions_of_referentiel UNIQUE (id, referentiel);
ALTER TABLE diagnostics ADD CONSTRAINT diagnostics_revision_of_referentiel
  FOREIGN KEY (revision_id, referentiel) REFERENCES revisions (id, referentiel);
CREATE FUNCTION diagnostics_stay_pinned() RETURNS trigger LANGUAGE plpgsql AS $diagnostics$
BEGIN
  RAISE EXCEPTION 'a diagnostic keeps its revision and its organisation' USING ERRCODE = 'insufficient_privilege';
END
$diagnostics$;
CREATE TRIGGER diagnostics_pinned BEFORE UPDATE ON diagnostics FOR EACH ROW
  WHEN (OLD.revision_id IS DISTINCT FROM NEW.revision_id OR OLD.organisation_id IS DISTINCT FROM NEW.organisation_id)
  EXECUTE FUNCTION diagnostics_stay_pinned();

-- What a client sends twice is applied once: the reply of the first time is kept beside its operation id.
-- An id belongs to its diagnostic: what another organisation's client sends can neither meet it nor learn of it.
CREATE TABLE operations (
  diagnostic_id uuid NOT NULL,
  op uuid NOT NULL,
  organisation_id uuid NOT NULL,
  reply jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (diagnostic_id, op),
  CONSTRAINT operations_diagnostic_own FOREIGN KEY (diagnostic_id, organisation_id)
    REFERENCES diagnostics (id, organisation_id) ON DELETE CASCADE
);
CREATE INDEX operations_organisation_idx ON operations (organisation_id);
CREATE INDEX operations_created_at_idx ON operations (created_at);

-- Rows that are written again and again keep their place on the page.
ALTER TABLE answers SET (fillfactor = 80);
ALTER TABLE assessments SET (fillfactor = 80);
`

const noWalls = `
DROP TABLE operations;
DROP TRIGGER diagnostics_pinned ON diagnostics;
DROP FUNCTION diagnostics_stay_pinned();
ALTER TABLE diagnostics DROP CONSTRAINT diagnostics_establishment_own;
ALTER TABLE establishments DROP CONSTRAINT establishments_own;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "campaigns" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"label" varchar NOT NULL,
  	"start_on" varchar NOT NULL,
  	"end_on" varchar NOT NULL,
  	"assembly_on" varchar,
  	"previous_id" uuid,
  	"state" varchar DEFAULT 'running' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "diagnostics" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"campaign_id" uuid NOT NULL,
  	"revision_id" uuid NOT NULL,
  	"referentiel" varchar NOT NULL,
  	"subset" varchar,
  	"rules_version" varchar,
  	"scope_label" varchar NOT NULL,
  	"establishment_id" uuid,
  	"profile" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"state" varchar DEFAULT 'open' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "grids" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"diagnostic_id" uuid NOT NULL,
  	"node" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"label" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "assessments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"diagnostic_id" uuid NOT NULL,
  	"criterion" varchar NOT NULL,
  	"not_concerned" boolean DEFAULT false NOT NULL,
  	"reason" varchar,
  	"to_review" boolean DEFAULT false NOT NULL,
  	"practices" varchar,
  	"priority" numeric,
  	"target" varchar,
  	"target3" varchar,
  	"work_state" varchar DEFAULT 'toDo' NOT NULL,
  	"source" varchar DEFAULT 'typed' NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"updated_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "answers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"diagnostic_id" uuid NOT NULL,
  	"question" varchar NOT NULL,
  	"grid" numeric DEFAULT 0 NOT NULL,
  	"value" jsonb,
  	"comment" varchar,
  	"source" varchar DEFAULT 'typed' NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"updated_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "referentiels" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"is_shipped" boolean DEFAULT false NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "drafts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"referentiel" varchar NOT NULL,
  	"version" varchar NOT NULL,
  	"parts" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "questions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"draft_id" uuid NOT NULL,
  	"row" varchar NOT NULL,
  	"code" varchar NOT NULL,
  	"node" varchar,
  	"parent" varchar,
  	"kind" varchar,
  	"position" numeric NOT NULL,
  	"data" jsonb NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "revisions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"referentiel" varchar NOT NULL,
  	"version" varchar NOT NULL,
  	"status" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"visibility" varchar NOT NULL,
  	"canonical" varchar NOT NULL,
  	"hash" varchar NOT NULL,
  	"published_at" timestamp(3) with time zone NOT NULL,
  	"published_by" varchar
  );
  
  CREATE TABLE "mappings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"revision_id" uuid NOT NULL,
  	"referentiel" varchar NOT NULL,
  	"version" varchar NOT NULL,
  	"from_code" varchar NOT NULL,
  	"target" varchar NOT NULL,
  	"target_version" varchar,
  	"to_code" varchar NOT NULL,
  	"relation" varchar NOT NULL,
  	"strength" varchar,
  	"carry_answers" boolean DEFAULT false NOT NULL
  );
  
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_previous_id_campaigns_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_establishment_id_establishments_id_fk" FOREIGN KEY ("establishment_id") REFERENCES "public"."establishments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "grids" ADD CONSTRAINT "grids_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "grids" ADD CONSTRAINT "grids_diagnostic_id_diagnostics_id_fk" FOREIGN KEY ("diagnostic_id") REFERENCES "public"."diagnostics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assessments" ADD CONSTRAINT "assessments_diagnostic_id_diagnostics_id_fk" FOREIGN KEY ("diagnostic_id") REFERENCES "public"."diagnostics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "assessments" ADD CONSTRAINT "assessments_updated_by_id_users_id_fk" FOREIGN KEY ("updated_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "answers" ADD CONSTRAINT "answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "answers" ADD CONSTRAINT "answers_diagnostic_id_diagnostics_id_fk" FOREIGN KEY ("diagnostic_id") REFERENCES "public"."diagnostics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "answers" ADD CONSTRAINT "answers_updated_by_id_users_id_fk" FOREIGN KEY ("updated_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "questions" ADD CONSTRAINT "questions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mappings" ADD CONSTRAINT "mappings_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "campaigns_organisation_idx" ON "campaigns" USING btree ("organisation_id");
  CREATE INDEX "campaigns_previous_idx" ON "campaigns" USING btree ("previous_id");
  CREATE INDEX "campaigns_updated_at_idx" ON "campaigns" USING btree ("updated_at");
  CREATE INDEX "campaigns_created_at_idx" ON "campaigns" USING btree ("created_at");
  CREATE INDEX "diagnostics_organisation_idx" ON "diagnostics" USING btree ("organisation_id");
  CREATE INDEX "diagnostics_campaign_idx" ON "diagnostics" USING btree ("campaign_id");
  CREATE INDEX "diagnostics_revision_idx" ON "diagnostics" USING btree ("revision_id");
  CREATE INDEX "diagnostics_referentiel_idx" ON "diagnostics" USING btree ("referentiel");
  CREATE INDEX "diagnostics_establishment_idx" ON "diagnostics" USING btree ("establishment_id");
  CREATE INDEX "diagnostics_updated_at_idx" ON "diagnostics" USING btree ("updated_at");
  CREATE INDEX "diagnostics_created_at_idx" ON "diagnostics" USING btree ("created_at");
  CREATE INDEX "organisation_state_idx" ON "diagnostics" USING btree ("organisation_id","state");
  CREATE INDEX "grids_organisation_idx" ON "grids" USING btree ("organisation_id");
  CREATE INDEX "grids_diagnostic_idx" ON "grids" USING btree ("diagnostic_id");
  CREATE INDEX "grids_updated_at_idx" ON "grids" USING btree ("updated_at");
  CREATE INDEX "grids_created_at_idx" ON "grids" USING btree ("created_at");
  CREATE UNIQUE INDEX "diagnostic_node_number_idx" ON "grids" USING btree ("diagnostic_id","node","number");
  CREATE INDEX "assessments_organisation_idx" ON "assessments" USING btree ("organisation_id");
  CREATE INDEX "assessments_diagnostic_idx" ON "assessments" USING btree ("diagnostic_id");
  CREATE INDEX "assessments_updated_by_idx" ON "assessments" USING btree ("updated_by_id");
  CREATE UNIQUE INDEX "diagnostic_criterion_idx" ON "assessments" USING btree ("diagnostic_id","criterion");
  CREATE INDEX "answers_organisation_idx" ON "answers" USING btree ("organisation_id");
  CREATE INDEX "answers_diagnostic_idx" ON "answers" USING btree ("diagnostic_id");
  CREATE INDEX "answers_updated_by_idx" ON "answers" USING btree ("updated_by_id");
  CREATE UNIQUE INDEX "diagnostic_question_grid_idx" ON "answers" USING btree ("diagnostic_id","question","grid");
  CREATE UNIQUE INDEX "referentiels_code_idx" ON "referentiels" USING btree ("code");
  CREATE INDEX "referentiels_updated_at_idx" ON "referentiels" USING btree ("updated_at");
  CREATE INDEX "referentiels_created_at_idx" ON "referentiels" USING btree ("created_at");
  CREATE INDEX "drafts_updated_at_idx" ON "drafts" USING btree ("updated_at");
  CREATE INDEX "drafts_created_at_idx" ON "drafts" USING btree ("created_at");
  CREATE UNIQUE INDEX "referentiel_version_idx" ON "drafts" USING btree ("referentiel","version");
  CREATE INDEX "questions_draft_idx" ON "questions" USING btree ("draft_id");
  CREATE INDEX "questions_updated_at_idx" ON "questions" USING btree ("updated_at");
  CREATE INDEX "questions_created_at_idx" ON "questions" USING btree ("created_at");
  CREATE UNIQUE INDEX "draft_row_code_idx" ON "questions" USING btree ("draft_id","row","code");
  CREATE INDEX "draft_position_idx" ON "questions" USING btree ("draft_id","position");
  CREATE INDEX "revisions_status_idx" ON "revisions" USING btree ("status");
  CREATE INDEX "revisions_hash_idx" ON "revisions" USING btree ("hash");
  CREATE UNIQUE INDEX "referentiel_version_1_idx" ON "revisions" USING btree ("referentiel","version");
  CREATE INDEX "mappings_revision_idx" ON "mappings" USING btree ("revision_id");
  CREATE UNIQUE INDEX "revision_fromCode_target_toCode_idx" ON "mappings" USING btree ("revision_id","from_code","target","to_code");
  CREATE INDEX "target_toCode_idx" ON "mappings" USING btree ("target","to_code");
  CREATE INDEX "referentiel_fromCode_idx" ON "mappings" USING btree ("referentiel","from_code");`)
  for (const statements of [restrictRequiredRelations, referentielsMigration.up, walls]) {
    await db.execute(sql.raw(statements))
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const statements of [noWalls, referentielsMigration.down]) await db.execute(sql.raw(statements))
  await db.execute(sql`
   DROP TABLE "campaigns" CASCADE;
  DROP TABLE "diagnostics" CASCADE;
  DROP TABLE "grids" CASCADE;
  DROP TABLE "assessments" CASCADE;
  DROP TABLE "answers" CASCADE;
  DROP TABLE "referentiels" CASCADE;
  DROP TABLE "drafts" CASCADE;
  DROP TABLE "questions" CASCADE;
  DROP TABLE "revisions" CASCADE;
  DROP TABLE "mappings" CASCADE;`)
}
