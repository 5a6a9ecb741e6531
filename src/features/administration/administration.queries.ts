import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { CalendarDate } from '#domain/calendar/calendar-date.ts'
import type { Actor } from '#domain/rights/rights.rules.ts'
import { isPlatformAdmin, organisationsWith } from '#domain/rights/rights.rules.ts'
import type { Database } from '#server/database/database-of.ts'

import { requirePlatformAdmin } from './platform-guard.ts'

type Organisations = 'all' | readonly string[]

const among = (column: SQL, organisations: Organisations, type: 'text' | 'uuid' = 'uuid'): SQL =>
  organisations === 'all' ? sql`true` : sql`${column} = any(${sql.param([...organisations])}::${sql.raw(type)}[])`

const count = z.object({ count: z.int() })

/** How many organisations the person may read. */
export const countOrganisations = async (scope: Actor, database: Database): Promise<number> => {
  const { rows } = await database.execute(sql`
    select count(*)::int as count from organisations o
    where ${among(sql`o.id`, organisationsWith(scope, 'organisation:read'))}`)
  return count.parse(rows[0]).count
}

const platformFigures = z.object({
  people: z.int(),
  networks: z.int(),
  invitations: z.int(),
  queuedMails: z.int(),
  failedMails: z.int(),
  outboxMails: z.int(),
})

export type PlatformFigures = z.infer<typeof platformFigures>

/**
 * The platform in figures, for its administrators; throws FORBIDDEN for anybody else. Of the invitations to
 * one address in one organisation only the latest counts, while it opens and the person hasn't joined.
 */
export const platformFiguresOf = async (scope: Actor, database: Database): Promise<PlatformFigures> => {
  requirePlatformAdmin(scope)
  const { rows } = await database.execute(sql`
    select
      (select count(*)::int from users) as people,
      (select count(*)::int from networks) as networks,
      (select count(*)::int from (
        select distinct on (l.organisation_id, l.email) l.organisation_id, l.email, l.used_at, l.expires_at
        from access_links l where l.purpose = 'invitation'
        order by l.organisation_id, l.email, l.created_at desc, l.id desc) latest
        where latest.used_at is null and latest.expires_at > now() and not exists (
          select from memberships m join users u on u.id = m.user_id
          where m.organisation_id = latest.organisation_id and u.email = latest.email)) as invitations,
      (select count(*)::int from mails where state = 'queued') as "queuedMails",
      (select count(*)::int from mails where state = 'failed') as "failedMails",
      (select count(*)::int from mails where state = 'outbox') as "outboxMails"`)
  return platformFigures.parse(rows[0])
}

const ending = z.object({ id: z.string(), number: z.coerce.number(), name: z.string(), end: z.string() })

export type EndingOffer = z.infer<typeof ending>

const endings = z.array(ending.extend({ total: z.int() }))

/** How many organisations the dashboard names; the others are a number and a link. */
const namedEndings = 12

/**
 * Discovery offers whose last day lies in the period, both days included, the soonest first, without the
 * organisations that are already covered for longer, by themselves or by their network.
 */
export const endingOffers = async (
  scope: Actor,
  database: Database,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<{ readonly offers: readonly EndingOffer[]; readonly total: number }> => {
  const { rows } = await database.execute(sql`
    select o.id, o.number, o.name, s."end", count(*) over ()::int as total
    from subscriptions s join organisations o on o.id = s.organisation_id
    where s.formula = 'discovery' and s."end" between ${from} and ${to}
      and ${among(sql`o.id`, organisationsWith(scope, 'organisation:read'))}
      and not exists (
        select from subscriptions longer
        where longer."end" > s."end" and (longer.organisation_id = o.id or longer.network_id in (
          select n.network_id from network_memberships n where n.organisation_id = o.id and n.left_on is null)))
    order by s."end", o.name collate "fr-x-icu", o.id
    limit ${namedEndings}`)
  const found = endings.parse(rows)
  return { offers: found, total: found[0]?.total ?? 0 }
}

const journalLine = z.object({
  id: z.string(),
  at: z.coerce.date(),
  operation: z.enum(['create', 'update', 'delete']),
  collection: z.string(),
  title: z.string().nullable(),
  fields: z.array(z.string()),
  /** `platform`: nobody was signed in. `former`: the account is gone. */
  by: z.enum(['person', 'former', 'platform']),
  actor: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  organisation: z.string().nullable(),
})

export type JournalLine = z.infer<typeof journalLine>

/** Ids in the journal are text, and the rows that they name may be gone. */
const uuidIn = (text: SQL): SQL => sql`case when ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${text})::uuid end`

const told = (field: string): SQL => sql`coalesce(e.after ->> ${field}::text, e.before ->> ${field}::text)`

/** A draft of the studio is written field by field, and has a history of its own: here it would hide all the rest. */
const inOwnHistory = '{drafts,questions}'

/** The latest entries of the journal that the person may read, with the names that their ids stand for. */
export const latestJournal = async (
  scope: Actor,
  database: Database,
  { limit }: { readonly limit: number },
): Promise<readonly JournalLine[]> => {
  const organisations = isPlatformAdmin(scope) ? 'all' : organisationsWith(scope, 'journal:read')
  const { rows } = await database.execute(sql`
    with latest as (
      select e.* from audit_entries e where ${among(sql`e.organisation`, organisations, 'text')}
        and e.collection <> all (${inOwnHistory}::text[])
      order by e.at desc, e.id desc limit ${limit})
    select e.id, e.at, e.operation, e.collection, e.on_behalf_of as "onBehalfOf", o.name as organisation,
      nullif(concat_ws(' ', a.first_name, a.last_name), '') as actor,
      case when e.actor is null then 'platform' when a.id is null then 'former' else 'person' end as by,
      case when e.operation = 'update' and jsonb_typeof(e.after) = 'object'
        then array(select jsonb_object_keys(e.after)) else '{}' end as fields,
      case e.collection
        when 'organisations' then coalesce(${told('name')}, changed.name)
        when 'networks' then coalesce(${told('name')}, network.name)
        when 'network-memberships' then network.name
        when 'subscriptions' then coalesce(network.name, o.name)
        when 'access-links' then coalesce(${told('email')}, link.email)
        when 'users' then coalesce(
          nullif(concat_ws(' ', person.first_name, person.last_name), ''),
          nullif(concat_ws(' ', ${told('firstName')}, ${told('lastName')}), ''))
        when 'memberships' then nullif(concat_ws(' ', person.first_name, person.last_name), '')
        when 'mandates' then nullif(concat_ws(' ', person.first_name, person.last_name), '')
        when 'establishments' then coalesce(${told('name')}, place.name)
        else ${told('name')}
      end as title
    from latest e
    cross join lateral (select ${uuidIn(sql`e.document`)} as document, ${uuidIn(sql`e.organisation`)} as organisation,
      ${uuidIn(sql`e.actor`)} as actor) ids
    left join users a on a.id = ids.actor and e.actor_collection = 'users'
    left join organisations o on o.id = ids.organisation
    left join organisations changed on changed.id = ids.document
    left join access_links link on link.id = ids.document
    left join establishments place on place.id = ids.document
    left join memberships m on m.id = ids.document
    left join mandates d on d.id = ids.document
    left join network_memberships nm on nm.id = ids.document
    left join subscriptions s on s.id = ids.document
    left join networks network
      on network.id = coalesce(${uuidIn(told('network'))}, nm.network_id, s.network_id, ids.document)
    left join users person
      on person.id = coalesce(${uuidIn(told('user'))}, ${uuidIn(told('consultant'))}, m.user_id, d.consultant_id, ids.document)
    order by e.at desc, e.id desc`)
  return z.array(journalLine).parse(rows)
}
