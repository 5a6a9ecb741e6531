/**
 * What the journal needs beside the table `audit_entries`, which Payload's own migration makes. Run `up` after
 * it, in the same migration, `down` before it.
 *
 * - Entries and seals only grow: triggers refuse UPDATE, DELETE and TRUNCATE, whoever asks, the tables' owner
 *   included, and also where `session_replication_role` would skip ordinary triggers (ENABLE ALWAYS).
 * - `audit_unsealed` lists what is still to be sealed. A row appears with its entry's commit, so a transaction
 *   that commits late is not missed, which a watermark on time or position would do. It has no foreign key: entries are
 *   never deleted, and each write would pay for the check, which reads all entries where its plan was made while they were few.
 */
export const auditTrailMigration = {
  up: `
CREATE INDEX audit_entries_organisation_at_idx ON audit_entries (organisation, at DESC);
CREATE INDEX audit_entries_collection_document_idx ON audit_entries (collection, document);
CREATE INDEX audit_entries_at_idx ON audit_entries (at DESC);

CREATE TABLE audit_seals (
  position bigint PRIMARY KEY CHECK (position > 0),
  entry_id uuid NOT NULL UNIQUE REFERENCES audit_entries (id),
  previous_hash text NOT NULL UNIQUE,
  hash text NOT NULL UNIQUE,
  sealed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE audit_unsealed (entry_id uuid PRIMARY KEY);
INSERT INTO audit_unsealed SELECT id FROM audit_entries;

CREATE FUNCTION audit_await_seal() RETURNS trigger LANGUAGE plpgsql AS $audit$
BEGIN
  INSERT INTO audit_unsealed SELECT id FROM added;
  RETURN NULL;
END
$audit$;
CREATE TRIGGER audit_entries_await_seal AFTER INSERT ON audit_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_await_seal();

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $audit$
BEGIN
  RAISE EXCEPTION 'the audit trail only grows: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$audit$;
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
ALTER TABLE audit_entries ENABLE ALWAYS TRIGGER audit_entries_append_only;
ALTER TABLE audit_seals ENABLE ALWAYS TRIGGER audit_seals_append_only;
`,
  down: `
DROP TRIGGER audit_entries_append_only ON audit_entries;
DROP TRIGGER audit_entries_await_seal ON audit_entries;
DROP TABLE audit_unsealed;
DROP TABLE audit_seals;
DROP FUNCTION audit_await_seal();
DROP FUNCTION audit_refuse_change();
DROP INDEX audit_entries_organisation_at_idx;
DROP INDEX audit_entries_collection_document_idx;
DROP INDEX audit_entries_at_idx;
`,
} as const
