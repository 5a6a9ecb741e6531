import pg from 'pg'

const statements = [
  `insert into organisations (id, name, time_zone)
   select gen_random_uuid(), 'Organisation générée ' || n, 'Europe/Paris' from generate_series(1, $1::int) n`,
  `insert into users (id, email, first_name, last_name, staff)
   select gen_random_uuid(), 'generee-' || n || '@demo.test', 'Prénom' || n, 'Nom' || n, 'none'
   from generate_series(1, $1::int * 10) n`,
  `insert into memberships (id, organisation_id, user_id, role, theme_limits)
   select gen_random_uuid(), o.id, u.id, (case when u.n % 10 = 0 then 'admin' else 'contributor' end)::enum_memberships_role, '[]'
   from (select id, row_number() over (order by number) - 1 as n from organisations where name like 'Organisation générée %') o
   join (select id, row_number() over (order by email) - 1 as n from users where email like 'generee-%') u on u.n / 10 = o.n
   where $1::int > 0`,
  `insert into subscriptions (id, organisation_id, formula, start, "end", seats)
   select gen_random_uuid(), id, 'discovery', '2026-01-01', '2099-01-01', 1
   from organisations where name like 'Organisation générée %' and $1::int > 0`,
] as const

/**
 * Adds N organisations of ten people each, with a subscription, by four statements. Nobody can sign in as the
 * people: they have no password.
 */
export const generateOrganisations = async (databaseUrl: string, count: number): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    for (const statement of statements) await client.query(statement, [count])
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
