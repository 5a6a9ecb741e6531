import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { pilotToken } from '../support/pilot-token.ts'
import { largeDocument } from './large-document.ts'
import { bringDocument } from './publish-document.ts'
import { measure, type Row } from './row.ts'
import type { Site } from './site.ts'

const id = 'bench-passage'
const diagnostics = 1000
const answers = 35

/** Two versions of 35 criteria; in the second all titles are other ones, so that every answer is carried. */
const versions = (): readonly [ReturnType<typeof largeDocument>, ReturnType<typeof largeDocument>] => {
  const first = largeDocument({ id, chapters: 1, objectives: 5, criteria: 7 })
  return [first, { ...first, version: '1.1.0', nodes: first.nodes.map((node) => ({ ...node, title: 'Mieux dit' })) }]
}

/** An open diagnostic for each of a thousand establishments of the pilot's organisation, all criteria answered. */
const fill = `
  with space as (
    select o.id as organisation, (select c.id from campaigns c where c.organisation_id = o.id order by c.created_at limit 1) as campaign
    from organisations o where o.number = 6590
  ), place as (
    insert into establishments (id, organisation_id, name)
    select gen_random_uuid(), s.organisation, 'Site ' || n from space s, generate_series(1, ${diagnostics}) n returning id, organisation_id
  ), made as (
    insert into diagnostics (id, organisation_id, campaign_id, revision_id, referentiel, rules_version, scope_label, establishment_id, profile, state)
    select gen_random_uuid(), p.organisation_id, s.campaign, r.id, r.referentiel, '1.0.0', 'Site', p.id, '{"public":["adultes"]}', 'open'
    from place p, space s, revisions r where r.referentiel = '${id}' and r.version = '1.0.0' returning id, organisation_id
  )
  insert into answers (id, organisation_id, diagnostic_id, question, grid, value, source, revision)
  select gen_random_uuid(), m.organisation_id, m.id, '0.' || (n / 7) || '.' || (n % 7), 0, to_jsonb((n % 5 + 1)::text), 'typed', 1
  from made m, generate_series(0, ${answers - 1}) n`

const bareTables = `
  create unlogged table if not exists bare_diagnostics (id int primary key, state text);
  create table if not exists bare_answers (diagnostic int, question int, value jsonb, comment text, primary key (diagnostic, question));
  truncate bare_diagnostics, bare_answers;
  insert into bare_answers select d, q, to_jsonb('3'::text), null from generate_series(1, ${diagnostics}) d, generate_series(1, ${answers}) q`

/** What cannot be less: each diagnostic's rows copied in a transaction of its own. */
const bareCopy = async (client: pg.Client): Promise<void> => {
  await client.query(bareTables)
  for (let each = 1; each <= diagnostics; each += 1) {
    await client.query('begin')
    await client.query('insert into bare_diagnostics values ($1, $2)', [each, 'open'])
    await client.query('insert into bare_answers select $2, question, value, comment from bare_answers where diagnostic = $1', [each, each + diagnostics])
    await client.query('commit')
  }
}

type Progress = { readonly batch: string; readonly confirmed: number; readonly moved: number; readonly failed: number }

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/**
 * A thousand diagnostics taken to the next version by the worker, from the organisation's word to the last one moved
 * (≤ 60 s on the reference machine, where the bare copy takes some three seconds).
 */
export const upgrade1000 = async (site: Site): Promise<Row> => {
  for (const document of versions()) await bringDocument(site, document, { isPublished: true })
  const headers = { authorization: `JWT ${await pilotToken(site.url)}`, 'content-type': 'application/json' }
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  const { rows } = await client.query(`select (select id from organisations where number = 6590) as organisation,
    (select id from revisions where referentiel = $1 and version = '1.1.0') as revision`, [id])
  const { organisation, revision } = Object(rows[0])
  const upgrade = async (): Promise<void> => {
    const started = await fetch(`${site.url}/api/upgrades`, { method: 'POST', headers, body: JSON.stringify({ revision, audience: { organisation } }) })
    const { batch, diagnostics: concerned } = await started.json()
    if (concerned !== diagnostics) throw new Error(`${started.status}: ${concerned} diagnostics instead of ${diagnostics}.`)
    for (;;) {
      await pause(200)
      const { batches } = await (await fetch(`${site.url}/api/upgrades?organisation=${organisation}`, { headers })).json()
      const progress: Progress | undefined = batches.find((each: Progress) => each.batch === batch)
      if (progress === undefined || progress.failed > 0) throw new Error(`The batch went wrong: ${JSON.stringify(progress)}`)
      if (progress.moved === diagnostics) return
    }
  }
  try {
    return await measure({
      name: 'upgrade-1000',
      unit: 's',
      against: 'their rows copied by bare SQL, a transaction each',
      budget: { atMost: 20 },
      subject: async () => {
        await client.query(fill)
        return seconds(upgrade)
      },
      yardstick: () => seconds(() => bareCopy(client)),
    })
  } finally {
    await client.query('drop table if exists bare_diagnostics, bare_answers')
    await client.end()
  }
}
