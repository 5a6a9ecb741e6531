import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const person = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  emailVerifiedAt: z.coerce.date().nullable(),
})

export type Person = z.infer<typeof person>

/** The person with this address, or null. Addresses are stored in lower case. */
export const findPerson = async (database: Database, email: string): Promise<Person | null> => {
  const { rows } = await database.execute(sql`
    select id, email, first_name as "firstName", last_name as "lastName", email_verified_at as "emailVerifiedAt"
    from users where email = ${email.toLowerCase()}`)
  const [row] = rows
  return row === undefined ? null : person.parse(row)
}

/**
 * Makes whoever else opens an account for this address, or joins with it, wait until the transaction ends: of two
 * who do it at once the second then sees what the first did, instead of failing on a unique key.
 */
export const lockAddress = async (database: Database, email: string): Promise<void> => {
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`account ${email.toLowerCase()}`}, 0))`)
}

/** Is the person with this address in the organisation already? */
export const isMember = async (database: Database, email: string, organisation: string): Promise<boolean> => {
  const { rows } = await database.execute(sql`
    select 1 from memberships m join users u on u.id = m.user_id
    where u.email = ${email.toLowerCase()} and m.organisation_id = ${organisation}::uuid`)
  return rows.length > 0
}

/** How many invitations this person ever sent that are still kept (90 days after they expired). */
export const invitationsBy = async (database: Database, person: string): Promise<number> => {
  const { rows } = await database.execute(sql`
    select count(*)::int as count from access_links where invited_by_id = ${person}::uuid and purpose = 'invitation'`)
  return z.object({ count: z.number() }).parse(rows[0]).count
}
