/**
 * Payload declares every relation ON DELETE SET NULL. On a required relation that contradicts NOT NULL and
 * turns the deletion of a parent into an obscure error: such keys become RESTRICT, which says what stands
 * in the way. Run it after the statements that Payload generated, in each migration that adds a relation.
 */
export const restrictRequiredRelations = `
DO $keys$
DECLARE key record;
BEGIN
  FOR key IN
    SELECT c.conname, c.conrelid::regclass AS holder, c.confrelid::regclass AS target,
      quote_ident(a.attname) AS attribute
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confdeltype = 'n' AND a.attnotnull
      AND c.connamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.holder, key.conname);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (%s) REFERENCES %s (id) ON DELETE RESTRICT',
      key.holder, key.conname, key.attribute, key.target);
  END LOOP;
END
$keys$;
`
