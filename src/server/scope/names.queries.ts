import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { ReferentielOwner } from '#domain/rights/referentiel-owners.rules.ts'
import type { ReferentielsDatabase as Database } from '#plugins/referentiels/types.ts'

const named = z.object({ id: z.string(), name: z.string() })

const namesOf = (rows: readonly Record<string, unknown>[]): ReadonlyMap<string, string> =>
  new Map(z.array(named).parse(rows).map(({ id, name }) => [id, name]))

/** What networks and organisations are called. */
export const ownerNames = async (database: Database, owners: readonly ReferentielOwner[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = JSON.stringify(owners.filter(({ id }) => z.uuid().safeParse(id).success))
  const { rows } = await database.execute(sql`
    with wanted as (select kind, id from jsonb_to_recordset(${wanted}::jsonb) as owner (kind text, id uuid))
    select n.id::text as id, n.name from networks n join wanted w on w.kind = 'network' and w.id = n.id
    union all
    select o.id::text, o.name from organisations o join wanted w on w.kind = 'organisation' and w.id = o.id`)
  return namesOf(rows)
}

/** How many names are offered at once: whoever doesn't find theirs writes a word more. */
const mostOffered = 20

/** Networks by a part of their name, organisations by a part of their name or by their number, which stands behind it. */
export const ownersNamed = async (
  database: Database,
  { kind, words }: { readonly kind: ReferentielOwner['kind']; readonly words: string },
): Promise<ReadonlyMap<string, string>> => {
  const sought = words.trim().toLowerCase()
  if (kind === 'platform' || sought === '') return new Map()
  const { rows } = await database.execute(
    kind === 'network'
      ? sql`select id::text as id, name from networks where strpos(lower(name), ${sought}) > 0 order by name collate "fr-x-icu", id limit ${mostOffered}`
      : sql`select id::text as id, name || ' (n° ' || number || ')' as name from organisations
          where strpos(lower(name), ${sought}) > 0 or number::text = ${sought}
          order by number::text = ${sought} desc, name collate "fr-x-icu", id limit ${mostOffered}`,
  )
  return namesOf(rows)
}

/** What people are called, for those who work with them. */
export const peopleNames = async (database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await database.execute(sql`
    select u.id::text as id, concat_ws(' ', u.first_name, u.last_name) as name from users u
    where u.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)
  return namesOf(rows)
}

/** Networks that these organisations belong to today. */
export const networksOf = async (database: Database, organisations: readonly string[]): Promise<readonly string[]> => {
  if (organisations.length === 0) return []
  const { rows } = await database.execute(sql`
    select distinct m.network_id::text as id from network_memberships m
    where m.left_on is null
      and m.organisation_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(organisations)}::jsonb))`)
  return z.array(z.object({ id: z.string() })).parse(rows).map(({ id }) => id)
}
