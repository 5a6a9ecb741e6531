/**
 * What the plugin's tables need beside Payload's own migration. Run `up` after it, in the same migration,
 * `down` before it.
 *
 * A revision is frozen: triggers refuse UPDATE (but from published to retired), DELETE and TRUNCATE, whoever
 * asks, the table's owner included, and also where `session_replication_role` would skip ordinary triggers.
 */
export const referentielsMigration = {
  up: `
ALTER TABLE drafts ADD CONSTRAINT drafts_referentiel_fk FOREIGN KEY (referentiel) REFERENCES referentiels (code);
ALTER TABLE revisions ADD CONSTRAINT revisions_referentiel_fk FOREIGN KEY (referentiel) REFERENCES referentiels (code);
ALTER TABLE revisions ADD CONSTRAINT revisions_status_known CHECK (status IN ('published', 'retired'));
ALTER TABLE revisions ADD CONSTRAINT revisions_visibility_known
  CHECK (visibility IN ('public', 'network', 'organisation'));
ALTER TABLE revisions ADD CONSTRAINT revisions_hash_form CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE questions ADD CONSTRAINT questions_row_known CHECK ("row" IN ('node', 'question'));
ALTER TABLE questions ALTER COLUMN "position" TYPE integer, ALTER COLUMN revision TYPE integer;

CREATE FUNCTION revisions_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $revisions$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = 'published' AND NEW.status = 'retired'
      AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a published revision never changes: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$revisions$;
CREATE TRIGGER revisions_frozen BEFORE UPDATE OR DELETE ON revisions
  FOR EACH ROW EXECUTE FUNCTION revisions_refuse_change();
CREATE TRIGGER revisions_kept BEFORE TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION revisions_refuse_change();
ALTER TABLE revisions ENABLE ALWAYS TRIGGER revisions_frozen;
ALTER TABLE revisions ENABLE ALWAYS TRIGGER revisions_kept;
`,
  down: `
DROP TRIGGER revisions_kept ON revisions;
DROP TRIGGER revisions_frozen ON revisions;
DROP FUNCTION revisions_refuse_change();
`,
} as const
