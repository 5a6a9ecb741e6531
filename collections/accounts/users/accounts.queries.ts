import { sql } from 'drizzle-orm'

import type { Database } from '#server/database/database-of.ts'

/** Whether Payload will check a password for this address: it has an account that is not locked. */
export const hasPassword = async (database: Database, email: string): Promise<boolean> => {
  const { rows } = await database.execute(sql`
    select 1 from users where email = ${email.toLowerCase()} and (lock_until is null or lock_until <= now())`)
  return rows.length > 0
}
