import { randomUUID } from 'node:crypto'

import { postgresAdapter, sql } from '@payloadcms/db-postgres'
import { buildConfig, getPayload, type Payload, type TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { base, studioClient } from '../../../tests/studio/studio-client.ts'
import { restClient } from '../../../tests/support/rest-client.ts'
import { emptyDatabase } from '../../../tests/support/empty-database.ts'
import { localApi, slugOf } from '../../../tests/support/local-api.ts'
import { referentielsMigration, studioMigration } from '../exports/server.ts'
import { libraryResult, publicationPlan, publishResult, startResult } from '../exports/studio-contract.ts'
import { referentiels } from '../index.ts'

let payload: Payload
let people: readonly TypedUser[]

/** The smallest application that has the plugin, by its defaults alone: no journal, no diagnostics, no owners. */
beforeAll(async () => {
  const databaseUrl = await emptyDatabase()
  const config = await buildConfig({
    secret: randomUUID(),
    serverURL: 'http://127.0.0.1:3000',
    telemetry: false,
    logger: { options: { level: 'silent' } },
    graphQL: { disable: true },
    db: postgresAdapter({ pool: { connectionString: databaseUrl }, idType: 'uuidv7', push: true }),
    admin: { user: 'users' },
    collections: [
      { slug: 'users', auth: true, admin: { useAsTitle: 'name' }, fields: [{ name: 'name', type: 'text' }] },
      { slug: 'customers', auth: true, fields: [] },
    ],
    plugins: [referentiels()],
  })
  payload = await getPayload({ config, key: databaseUrl })
  for (const { up } of [referentielsMigration, studioMigration]) await payload.db.drizzle.execute(sql.raw(up))
  const api = localApi({ payload })
  const made = async (collection: string, email: string, name?: string): Promise<TypedUser> => {
    const { id } = await api.create({ collection, data: { email, password: 'une longue phrase', name }, overrideAccess: true })
    return Object.assign(Object.create(null), { id, collection: slugOf(collection) })
  }
  people = [await made('users', 'ada@exemple.test', 'Ada'), await made('users', 'bea@exemple.test', 'Béa')]
  await made('customers', 'client@exemple.test')
}, 120_000)

describe('The studio in another application', () => {
  it('starts, edits and publishes a référentiel for anybody of the admin', async () => {
    const [ada, bea] = [await studioClient(payload, people[0]!), await studioClient(payload, people[1]!)]
    const owner = { kind: 'platform', id: null }
    const started = await ada.rest.post(`${base}/drafts`, { body: { from: 'blank', id: 'ailleurs', title: 'Ailleurs', owner } })
    const { draft } = startResult.parse(await started.json())
    const opened = await ada.open(draft)
    const top = opened.rows.find(({ code }) => code === '1')!
    await ada.apply(draft, [{ kind: 'set', target: { row: top.id }, path: ['title'], value: 'Thème d’ici', base: 1 }])
    const conflict = await bea.apply(draft, [{ kind: 'set', target: { row: top.id }, path: ['title'], value: 'Autre', base: 1 }])
    expect(conflict.results).toMatchObject([{ status: 'conflict', theirs: 'Thème d’ici', by: { name: 'Ada' } }])
    await bea.follow(draft, { since: 0, window: randomUUID() })
    expect((await ada.follow(draft, { since: 0, window: randomUUID() })).people).toMatchObject([{ name: 'Béa' }])
    const plan = publicationPlan.parse(await (await ada.rest.get(`${base}/drafts/${draft}/publication`)).json())
    expect(plan).toMatchObject({ base: null, running: [], audience: 'public', version: { proposed: '1.0.0' } })
    const body = { sequence: plan.sequence, version: '1.0.0' }
    const published = publishResult.parse(await (await ada.rest.post(`${base}/drafts/${draft}/publication`, { body })).json())
    expect(published.hash).toMatch(/^[0-9a-f]{64}$/)
    const library = libraryResult.parse(await (await bea.rest.get(`${base}/library`)).json())
    expect(library).toMatchObject({ owners: [owner], referentiels: [{ id: 'ailleurs', mayWrite: true, versions: [{ version: '1.0.0', status: 'published', by: { name: 'Ada' }, uses: 0 }] }] })
  })

  it('is closed to whoever is not of the admin', async () => {
    const { token } = await localApi({ payload }).login({ collection: 'customers', data: { email: 'client@exemple.test', password: 'une longue phrase' } })
    const customer = restClient(payload, token)
    const owner = { kind: 'platform', id: null }
    expect((await customer.post(`${base}/drafts`, { body: { from: 'blank', id: 'vol', title: 'Vol', owner } })).status).toBe(404)
    expect(libraryResult.parse(await (await customer.get(`${base}/library`)).json()).owners).toEqual([])
  })
})
