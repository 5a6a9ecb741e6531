import { sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import { z } from 'zod'

import type { Actor } from '#domain/rights/rights.rules.ts'
import { roles, staffKinds } from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

const actorRow = z.object({
  staff: z.enum(staffKinds),
  memberships: z.array(
    z.object({
      organisation: z.string(),
      role: z.enum(roles),
      themeLimits: z.array(z.object({ referentiel: z.string(), node: z.string() })),
    }),
  ),
  mandates: z.array(z.object({ id: z.string(), organisation: z.string(), onBehalfOf: z.string() })),
  networks: z.array(z.string()),
})

/** What rights follow from. Mandates count between their dates, both included, on the calendar of Europe/Paris. */
const facts = sql`u.staff::text as staff,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'organisation', m.organisation_id,
          'role', m.role::text,
          'themeLimits', coalesce(m.theme_limits, '[]'::jsonb)) order by m.organisation_id)
        from memberships m where m.user_id = u.id), '[]'::jsonb) as memberships,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', d.id,
          'organisation', d.organisation_id,
          'onBehalfOf', d.on_behalf_of) order by d.organisation_id)
        from mandates d, (select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as day) today
        where d.consultant_id = u.id and d.start <= today.day and (d.end is null or d.end >= today.day)
      ), '[]'::jsonb) as mandates,
      coalesce((
        select jsonb_agg(r.parent_id order by r.parent_id)
        from networks_rels r where r.users_id = u.id and r.path = 'managers'), '[]'::jsonb) as networks`

/** Everything that a person's rights follow from, in one statement; null for an unknown user. */
export const loadActor = async (database: Database, user: string): Promise<Actor | null> => {
  const { rows } = await database.execute(sql`select ${facts} from users u where u.id = ${user}::uuid`)
  const [row] = rows
  return row === undefined ? null : { user, ...actorRow.parse(row) }
}

const callerRow = actorRow.extend({ user: z.string(), email: z.string(), firstName: z.string(), lastName: z.string() })

/** Who makes a request, with their rights' facts. */
export type Caller = {
  readonly actor: Actor
  readonly person: { readonly id: string; readonly email: string; readonly fullName: string; readonly firstName: string }
}

/** Whose session a token names. */
export type Identity = { readonly user: string; readonly session: string }

/** The caller of a session that still stands, as `callerIn` reads it; no row when it was ended or has expired. */
export const callerFacts = (value: (name: keyof Identity) => Placeholder): SQL => sql`
    select u.id as user, u.email, u.first_name as "firstName", u.last_name as "lastName", ${facts}
    from users u join users_sessions s on s._parent_id = u.id
    where u.id = ${value('user')}::uuid and s.id = ${value('session')} and s.expires_at > now()`

/** A row of `callerFacts`. */
export const callerIn = (row: unknown): Caller => {
  const { user, email, firstName, lastName, ...actor } = callerRow.parse(row)
  return {
    actor: { user, ...actor },
    person: { id: user, email, firstName, fullName: `${firstName} ${lastName}` },
  }
}

const callerOfSession = statement<Identity>('caller', callerFacts)

/**
 * The person of a session that still stands, in one statement: what Payload's own strategy asks, for the few
 * paths that answer many times a minute. Null when the session was ended or has expired.
 */
export const loadCaller = async (database: Database, identity: Identity): Promise<Caller | null> => {
  const [row] = await callerOfSession(database, identity)
  return row === undefined ? null : callerIn(row)
}
