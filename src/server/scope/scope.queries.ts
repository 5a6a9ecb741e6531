import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

const organisationRow = z.object({
  id: z.string(),
  number: z.coerce.number(),
  name: z.string(),
  timeZone: z.string(),
  subscription: z.object({ formula: z.string(), end: z.string() }).nullable(),
  banner: z
    .object({
      name: z.string(),
      line: z.string().nullable(),
      band: z.string(),
      bandInk: z.string(),
      bandMark: z.string(),
      accent: z.string(),
    })
    .nullable(),
})

export type ScopeOrganisation = z.infer<typeof organisationRow>

const organisationByNumber = statement<{ number: number }>('organisation', (value) => sql`
    select o.id, o.number, o.name, o.time_zone as "timeZone",
      (select jsonb_build_object('formula', s.formula, 'end', s.end)
        from subscriptions s
        where s.organisation_id = o.id or s.network_id = n.network_id
        order by s.end desc limit 1) as subscription,
      (select jsonb_build_object('name', w.name, 'line', w.line, 'band', w.band, 'bandInk', w.band_ink,
          'bandMark', w.band_mark, 'accent', w.accent)
        from white_labels w where w.network_id = n.network_id) as banner
    from organisations o
    left join lateral (
      select network_id from network_memberships
      where organisation_id = o.id and left_on is null
      order by joined_on desc limit 1) n on true
    where o.number = ${value('number')}`)

/** The organisation with this number, with its own or its network's running subscription and white label. */
export const findOrganisation = async (database: Database, number: number): Promise<ScopeOrganisation | null> => {
  const [row] = await organisationByNumber(database, { number })
  return row === undefined ? null : organisationRow.parse(row)
}

const subscriptionRow = z.object({ end: z.string().nullable(), timeZone: z.string() })

const subscriptionOf = statement<{ organisation: string }>('subscription', (value) => sql`
    select o.time_zone as "timeZone", (
      select s."end" from subscriptions s
      where s.organisation_id = o.id or s.network_id = (
        select network_id from network_memberships where organisation_id = o.id and left_on is null order by joined_on desc limit 1)
      order by s."end" desc limit 1) as "end"
    from organisations o where o.id::text = ${value('organisation')}`)

/** The last day of an organisation's subscription, its own or its network's, on its own calendar. */
export const findSubscription = async (database: Database, organisation: string): Promise<z.infer<typeof subscriptionRow>> => {
  const [row] = await subscriptionOf(database, { organisation })
  return subscriptionRow.parse(row ?? { end: null, timeZone: 'Europe/Paris' })
}

const spaceRow = z.object({
  number: z.coerce.number(),
  name: z.string(),
  kind: z.enum(['member', 'mandate']),
})

export type Space = z.infer<typeof spaceRow>

const spacesOfUser = statement<{ user: string }>('spaces', (value) => sql`
    with today as (select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as day)
    select o.number, o.name, min(kind) as kind
    from (
      select organisation_id, 'member' as kind from memberships where user_id = ${value('user')}::uuid
      union all
      select organisation_id, 'mandate' from mandates, today
      where consultant_id = ${value('user')}::uuid and start <= today.day and ("end" is null or "end" >= today.day)
    ) entries join organisations o on o.id = entries.organisation_id
    group by o.id order by min(kind) desc, o.name`)

/** The organisations that a person can enter, by name: as a member, then under a mandate. */
export const spacesOf = async (database: Database, user: string): Promise<readonly Space[]> => {
  const rows = await spacesOfUser(database, { user })
  return z.array(spaceRow).parse(rows)
}
