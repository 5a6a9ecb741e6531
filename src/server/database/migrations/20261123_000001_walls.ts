import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

import { auditTrailMigration } from '#plugins/audit-trail/exports/server.ts'
import { rateLimitMigration } from '#server/rate-limit/migration.ts'

import { restrictRequiredRelations } from '../foreign-keys.ts'

/** What Payload can't declare: the organisations' numbers, checks, honest foreign keys, the journal's triggers. */
const walls = `
CREATE SEQUENCE organisation_number AS integer START WITH 7001;
ALTER TABLE organisations ALTER COLUMN number SET DEFAULT nextval('organisation_number');
ALTER TABLE organisations ALTER COLUMN number SET NOT NULL;
ALTER TABLE organisations ADD CONSTRAINT organisations_number_positive CHECK (number > 0 AND number = trunc(number));

ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email));

ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_one_holder
  CHECK (num_nonnulls(organisation_id, network_id) = 1);
ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_order CHECK (start <= "end");
ALTER TABLE mandates ADD CONSTRAINT mandates_order CHECK ("end" IS NULL OR start <= "end");
CREATE UNIQUE INDEX network_memberships_one_open ON network_memberships (network_id, organisation_id)
  WHERE left_on IS NULL;
`

const noWalls = `
DROP INDEX network_memberships_one_open;
ALTER TABLE mandates DROP CONSTRAINT mandates_order;
ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_order;
ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_one_holder;
ALTER TABLE users DROP CONSTRAINT users_email_lower;
ALTER TABLE organisations DROP CONSTRAINT organisations_number_positive;
ALTER TABLE organisations ALTER COLUMN number DROP NOT NULL;
ALTER TABLE organisations ALTER COLUMN number DROP DEFAULT;
DROP SEQUENCE organisation_number;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statements of [walls, restrictRequiredRelations, auditTrailMigration.up, rateLimitMigration.up]) {
    await db.execute(sql.raw(statements))
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const statements of [rateLimitMigration.down, auditTrailMigration.down, noWalls]) {
    await db.execute(sql.raw(statements))
  }
}
