import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_staff" AS ENUM('none', 'cress', 'admin');
  CREATE TYPE "public"."enum_memberships_role" AS ENUM('admin', 'contributor', 'reader');
  CREATE TYPE "public"."enum_access_links_role" AS ENUM('admin', 'contributor', 'reader');
  CREATE TYPE "public"."enum_network_memberships_sharing" AS ENUM('counters', 'synthesis', 'content');
  CREATE TABLE "organisations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" numeric,
  	"name" varchar NOT NULL,
  	"legal_form" varchar,
  	"siret" varchar,
  	"sector" varchar,
  	"headcount" numeric,
  	"address" varchar,
  	"time_zone" varchar DEFAULT 'Europe/Paris' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"first_name" varchar NOT NULL,
  	"last_name" varchar NOT NULL,
  	"staff" "enum_users_staff" DEFAULT 'none' NOT NULL,
  	"email_verified_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "memberships" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"role" "enum_memberships_role" NOT NULL,
  	"theme_limits" jsonb DEFAULT '[]'::jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mandates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"consultant_id" uuid NOT NULL,
  	"on_behalf_of" varchar NOT NULL,
  	"start" varchar NOT NULL,
  	"end" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "establishments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"finess" varchar,
  	"profile" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "access_links" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"purpose" varchar NOT NULL,
  	"token_hash" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"user_id" uuid,
  	"organisation_id" uuid,
  	"role" "enum_access_links_role",
  	"theme_limits" jsonb,
  	"invited_by_id" uuid,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mails" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"to" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"text" varchar NOT NULL,
  	"html" varchar,
  	"body_hash" varchar NOT NULL,
  	"purpose" varchar NOT NULL,
  	"state" varchar DEFAULT 'queued' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"organisation_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "networks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "networks_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "network_memberships" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"network_id" uuid NOT NULL,
  	"sharing" "enum_network_memberships_sharing" DEFAULT 'counters' NOT NULL,
  	"accepted_by_id" uuid,
  	"accepted_at" timestamp(3) with time zone,
  	"joined_on" varchar NOT NULL,
  	"left_on" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscriptions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organisation_id" uuid,
  	"network_id" uuid,
  	"formula" varchar NOT NULL,
  	"start" varchar NOT NULL,
  	"end" varchar NOT NULL,
  	"seats" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "white_labels" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"network_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"line" varchar,
  	"band" varchar DEFAULT '#22303B' NOT NULL,
  	"band_ink" varchar DEFAULT '#FDFCF9' NOT NULL,
  	"band_mark" varchar DEFAULT '#F6C92F' NOT NULL,
  	"accent" varchar DEFAULT '#0B5A63' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit_entries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"operation" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"document" varchar,
  	"organisation" varchar,
  	"actor" varchar,
  	"actor_collection" varchar,
  	"on_behalf_of" varchar,
  	"before" jsonb,
  	"after" jsonb,
  	"request_id" varchar
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mandates" ADD CONSTRAINT "mandates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mandates" ADD CONSTRAINT "mandates_consultant_id_users_id_fk" FOREIGN KEY ("consultant_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "establishments" ADD CONSTRAINT "establishments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "access_links" ADD CONSTRAINT "access_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "access_links" ADD CONSTRAINT "access_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "access_links" ADD CONSTRAINT "access_links_invited_by_id_users_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mails" ADD CONSTRAINT "mails_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "networks_rels" ADD CONSTRAINT "networks_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "networks_rels" ADD CONSTRAINT "networks_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "network_memberships" ADD CONSTRAINT "network_memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "network_memberships" ADD CONSTRAINT "network_memberships_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "network_memberships" ADD CONSTRAINT "network_memberships_accepted_by_id_users_id_fk" FOREIGN KEY ("accepted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "white_labels" ADD CONSTRAINT "white_labels_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "organisations_number_idx" ON "organisations" USING btree ("number");
  CREATE INDEX "organisations_updated_at_idx" ON "organisations" USING btree ("updated_at");
  CREATE INDEX "organisations_created_at_idx" ON "organisations" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "memberships_organisation_idx" ON "memberships" USING btree ("organisation_id");
  CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");
  CREATE INDEX "memberships_updated_at_idx" ON "memberships" USING btree ("updated_at");
  CREATE INDEX "memberships_created_at_idx" ON "memberships" USING btree ("created_at");
  CREATE UNIQUE INDEX "organisation_user_idx" ON "memberships" USING btree ("organisation_id","user_id");
  CREATE INDEX "mandates_organisation_idx" ON "mandates" USING btree ("organisation_id");
  CREATE INDEX "mandates_consultant_idx" ON "mandates" USING btree ("consultant_id");
  CREATE INDEX "mandates_updated_at_idx" ON "mandates" USING btree ("updated_at");
  CREATE INDEX "mandates_created_at_idx" ON "mandates" USING btree ("created_at");
  CREATE INDEX "establishments_organisation_idx" ON "establishments" USING btree ("organisation_id");
  CREATE INDEX "establishments_updated_at_idx" ON "establishments" USING btree ("updated_at");
  CREATE INDEX "establishments_created_at_idx" ON "establishments" USING btree ("created_at");
  CREATE UNIQUE INDEX "access_links_token_hash_idx" ON "access_links" USING btree ("token_hash");
  CREATE INDEX "access_links_email_idx" ON "access_links" USING btree ("email");
  CREATE INDEX "access_links_user_idx" ON "access_links" USING btree ("user_id");
  CREATE INDEX "access_links_organisation_idx" ON "access_links" USING btree ("organisation_id");
  CREATE INDEX "access_links_invited_by_idx" ON "access_links" USING btree ("invited_by_id");
  CREATE INDEX "access_links_updated_at_idx" ON "access_links" USING btree ("updated_at");
  CREATE INDEX "access_links_created_at_idx" ON "access_links" USING btree ("created_at");
  CREATE INDEX "mails_to_idx" ON "mails" USING btree ("to");
  CREATE INDEX "mails_state_idx" ON "mails" USING btree ("state");
  CREATE INDEX "mails_organisation_idx" ON "mails" USING btree ("organisation_id");
  CREATE INDEX "mails_updated_at_idx" ON "mails" USING btree ("updated_at");
  CREATE INDEX "mails_created_at_idx" ON "mails" USING btree ("created_at");
  CREATE INDEX "networks_updated_at_idx" ON "networks" USING btree ("updated_at");
  CREATE INDEX "networks_created_at_idx" ON "networks" USING btree ("created_at");
  CREATE INDEX "networks_rels_order_idx" ON "networks_rels" USING btree ("order");
  CREATE INDEX "networks_rels_parent_idx" ON "networks_rels" USING btree ("parent_id");
  CREATE INDEX "networks_rels_path_idx" ON "networks_rels" USING btree ("path");
  CREATE INDEX "networks_rels_users_id_idx" ON "networks_rels" USING btree ("users_id");
  CREATE INDEX "network_memberships_organisation_idx" ON "network_memberships" USING btree ("organisation_id");
  CREATE INDEX "network_memberships_network_idx" ON "network_memberships" USING btree ("network_id");
  CREATE INDEX "network_memberships_accepted_by_idx" ON "network_memberships" USING btree ("accepted_by_id");
  CREATE INDEX "network_memberships_updated_at_idx" ON "network_memberships" USING btree ("updated_at");
  CREATE INDEX "network_memberships_created_at_idx" ON "network_memberships" USING btree ("created_at");
  CREATE UNIQUE INDEX "network_organisation_joinedOn_idx" ON "network_memberships" USING btree ("network_id","organisation_id","joined_on");
  CREATE INDEX "subscriptions_organisation_idx" ON "subscriptions" USING btree ("organisation_id");
  CREATE INDEX "subscriptions_network_idx" ON "subscriptions" USING btree ("network_id");
  CREATE INDEX "subscriptions_updated_at_idx" ON "subscriptions" USING btree ("updated_at");
  CREATE INDEX "subscriptions_created_at_idx" ON "subscriptions" USING btree ("created_at");
  CREATE UNIQUE INDEX "white_labels_network_idx" ON "white_labels" USING btree ("network_id");
  CREATE INDEX "white_labels_updated_at_idx" ON "white_labels" USING btree ("updated_at");
  CREATE INDEX "white_labels_created_at_idx" ON "white_labels" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "organisations" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "memberships" CASCADE;
  DROP TABLE "mandates" CASCADE;
  DROP TABLE "establishments" CASCADE;
  DROP TABLE "access_links" CASCADE;
  DROP TABLE "mails" CASCADE;
  DROP TABLE "networks" CASCADE;
  DROP TABLE "networks_rels" CASCADE;
  DROP TABLE "network_memberships" CASCADE;
  DROP TABLE "subscriptions" CASCADE;
  DROP TABLE "white_labels" CASCADE;
  DROP TABLE "audit_entries" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_users_staff";
  DROP TYPE "public"."enum_memberships_role";
  DROP TYPE "public"."enum_access_links_role";
  DROP TYPE "public"."enum_network_memberships_sharing";`)
}
