import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

import pg from 'pg'

import type { Site } from './site.ts'

/** Enough that nobody's share of writes per minute (`rate-limit/limits.ts`) is used up by a whole benchmark. */
const people = 48
const connections = 8
const seconds = 2

const query = async (site: Site, text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows
  } finally {
    await client.end()
  }
}

const signIn = async (site: Site, email: string): Promise<string> => {
  const response = await fetch(`${site.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'demonstration' }),
  })
  const { token } = await response.json()
  if (typeof token !== 'string') throw new Error(`${email} can’t sign in: ${response.status}`)
  return token
}

/** Who saves what: a person's session, and the address of the answers that they write in turn. */
export type Saver = { readonly token: string; readonly diagnostic: string; readonly codes: readonly string[] }

const made = new WeakMap<Site, Promise<readonly Saver[]>>()

/** Contributors of the pilot's organisation, signed in, each with criteria of their own in its open diagnostic. */
export const savers = (site: Site): Promise<readonly Saver[]> => {
  const people = made.get(site) ?? newSavers(site)
  made.set(site, people)
  return people
}

const newSavers = async (site: Site): Promise<readonly Saver[]> => {
  const [open] = await query(
    site,
    `select d.id, d.organisation_id as organisation,
       (select jsonb_agg(node->>'code' order by node->>'code') from jsonb_array_elements(r.canonical::jsonb->'nodes') node where node ? 'rating') as codes
     from diagnostics d join revisions r on r.id = d.revision_id join memberships m on m.organisation_id = d.organisation_id
     join users u on u.id = m.user_id
     where d.state = 'open' and d.subset is null and m.role = 'admin' and u.email = 'pilote@demo.test' limit 1`,
  )
  if (open === undefined) throw new Error('The pilot’s organisation has no open diagnostic.')
  await query(
    site,
    `with made as (
       insert into users (id, email, first_name, last_name, staff, hash, salt)
       select gen_random_uuid(), 'saisie-' || n || '@demo.test', 'Saisie', n::text, 'none', p.hash, p.salt
       from generate_series(1, $1::int) n, users p where p.email = 'pilote@demo.test' returning id)
     insert into memberships (id, organisation_id, user_id, role, theme_limits)
     select gen_random_uuid(), $2::uuid, id, 'contributor', '[]' from made`,
    [people, open['organisation']],
  )
  const codes = open['codes']
  if (!Array.isArray(codes)) throw new Error('The open diagnostic asks for no level.')
  const made: Saver[] = []
  for (let n = 1; n <= people; n += 1) {
    made.push({ token: await signIn(site, `saisie-${n}@demo.test`), diagnostic: String(open['id']), codes: codes.map(String) })
  }
  return made
}

type Answer = { readonly status: number; readonly body: string; readonly milliseconds: number }

type Sending = { readonly url: URL; readonly agent: Agent; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string }

const send = ({ url, agent, method, headers, body }: Sending): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const sent = request(url, { agent, method, headers: { ...headers } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString(), milliseconds: performance.now() - started }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** What a loop measured: requests per second, and how long the slowest twentieth took at least. */
export type Pace = { readonly perSecond: number; readonly p95: number }

/** Sends requests one after the other on each of eight connections for two seconds. Loopback only. */
const paced = async (next: (connection: number, agent: Agent) => Promise<number>): Promise<Pace> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  const loop = async (connection: number): Promise<void> => {
    while (performance.now() < end) times.push(await next(connection, agent))
  }
  await Promise.all(Array.from({ length: connections }, (_, connection) => loop(connection)))
  const elapsed = (performance.now() - started) / 1000
  agent.destroy()
  const sorted = times.toSorted((one, other) => one - other)
  return { perSecond: times.length / elapsed, p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN }
}

/** The same loop on an address that answers nothing. */
export const pacedNoop = (site: Site): Promise<Pace> => {
  const url = new URL(`${site.url}/api/noop`)
  return paced(async (_connection, agent) => {
    const { status, milliseconds } = await send({ url, agent, method: 'GET', headers: {} })
    if (status !== 204) throw new Error(`The no-op route answered ${status}.`)
    return milliseconds
  })
}

/** Saves answers, each connection on a row of its own, each request as another person; every save must be accepted. */
export const pacedSaves = (site: Site, all: readonly Saver[], bases: Map<string, number>): Promise<Pace> => {
  let turn = 0
  return paced(async (connection, agent) => {
    turn += 1
    const saver = all[turn % all.length]
    const code = saver?.codes[connection % saver.codes.length]
    if (saver === undefined || code === undefined) throw new Error('Nobody to save, or nothing.')
    const { status, body, milliseconds } = await send({
      url: new URL(`${site.url}/api/diagnostics/${saver.diagnostic}/answers/${code}`),
      agent,
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `JWT ${saver.token}` },
      body: JSON.stringify({ op: randomUUID(), base: bases.get(code) ?? 0, value: turn % 2 === 0 ? '2' : '3' }),
    })
    const reply: unknown = JSON.parse(body)
    const revision = typeof reply === 'object' && reply !== null && 'revision' in reply ? Number(reply.revision) : Number.NaN
    // The demonstration data may have a row already: the first answer tells its counter.
    if (status !== 200 && !(status === 409 && !bases.has(code))) throw new Error(`A save was answered ${status}: ${body}`)
    bases.set(code, revision)
    return milliseconds
  })
}
