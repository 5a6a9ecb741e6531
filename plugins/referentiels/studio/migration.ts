/**
 * What the studio needs beside Payload's own migration and `referentielsMigration`: run `up` after both, `down` before.
 *
 * `draft_changes` is the log of a draft's batches: what each did, how it is undone, which rows it took and what it
 * answered, so that an operation that is sent twice is applied once. It goes with its draft. `draft_presences` says which
 * windows have a draft open; UNLOGGED, because it is worth nothing after a crash.
 */
export const studioMigration = {
  up: `
ALTER TABLE referentiels ADD CONSTRAINT referentiels_owner_known
  CHECK (owner_kind IN ('platform', 'network', 'organisation') AND (owner_kind = 'platform') = (owner_id IS NULL));
ALTER TABLE drafts ALTER COLUMN "sequence" TYPE integer;
ALTER TABLE questions ALTER COLUMN touched TYPE integer;

CREATE TABLE draft_changes (
  draft_id uuid NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  "sequence" integer NOT NULL,
  -- Null for a draft that a file replaced.
  operation uuid,
  by_person text,
  at timestamptz NOT NULL DEFAULT now(),
  changes jsonb NOT NULL DEFAULT '[]',
  removed jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (draft_id, "sequence"),
  UNIQUE (draft_id, operation)
);

CREATE UNLOGGED TABLE draft_presences (
  draft_id uuid NOT NULL,
  "window" uuid NOT NULL,
  person text NOT NULL,
  at_row uuid,
  at_part text,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (draft_id, "window")
);
CREATE INDEX draft_presences_seen_at ON draft_presences (seen_at);
`,
  down: `
DROP TABLE draft_presences;
DROP TABLE draft_changes;
ALTER TABLE referentiels DROP CONSTRAINT referentiels_owner_known;
`,
} as const
