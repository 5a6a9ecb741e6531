import type { Payload } from 'payload'

import { migrationsState } from './migrations.queries.ts'
import { migrations } from './migrations/index.ts'

/**
 * Runs the committed migrations that the database lacks; call it under the lock `prepare`, because
 * Payload has none of its own. It then checks the result, since a migration command may end well and
 * have done nothing.
 */
export const migrate = async (payload: Payload): Promise<void> => {
  await payload.db.migrate({ migrations })
  if ((await migrationsState(payload.db.drizzle)) !== 'up-to-date') {
    throw new Error('The migrations ran, but the database does not list them all.')
  }
}
