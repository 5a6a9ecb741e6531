import { randomUUID } from 'node:crypto'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import { buildConfig, getPayload, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { emptyDatabase } from '../../../tests/support/empty-database.ts'
import { type LocalApi, localApi, slugOf } from '../../../tests/support/local-api.ts'
import { requestLimits } from '../index.ts'

const everybody = { read: () => true, create: () => true, update: () => true, readVersions: () => true }

let payload: Payload
let api: LocalApi

beforeAll(async () => {
  const config = await buildConfig({
    secret: randomUUID(),
    telemetry: false,
    logger: { options: { level: 'silent' } },
    graphQL: { disable: true },
    defaultDepth: 0,
    db: postgresAdapter({ pool: { connectionString: await emptyDatabase() }, idType: 'uuidv7', push: true }),
    collections: [
      {
        slug: 'nodes',
        access: everybody,
        versions: true,
        fields: [
          { name: 'rank', type: 'number' },
          { name: 'parent', type: 'relationship', relationTo: slugOf('nodes') },
          { name: 'friends', type: 'relationship', relationTo: slugOf('nodes'), hasMany: true },
          { name: 'children', type: 'join', collection: slugOf('nodes'), on: 'parent' },
        ],
      },
    ],
    globals: [{ slug: 'settings', access: everybody, versions: true, fields: [{ name: 'motto', type: 'text' }] }],
    plugins: [requestLimits({ maxLimit: 3, maxDepth: 1, maxConditions: 4, maxSortFields: 2, maxQueryLength: 2000 })],
  })
  payload = await getPayload({ config, key: 'request-limits' })
  api = localApi({ payload })
  const root = await api.create({ collection: 'nodes', data: { rank: 0 } })
  for (let rank = 1; rank <= 7; rank += 1) {
    const node = await api.create({ collection: 'nodes', data: { rank, parent: root.id } })
    await api.create({ collection: 'nodes', data: { rank: rank + 100, parent: node.id } })
    await api.updateGlobal({ slug: 'settings', data: { motto: `${rank}` } })
  }
})

type Answer = { readonly docs?: readonly Record<string, unknown>[]; readonly [key: string]: unknown }

const send = async (handler: typeof REST_GET, path: string, init: RequestInit = {}) => {
  const url = new URL(path, 'http://127.0.0.1:3000')
  const slug = url.pathname.slice('/api/'.length).split('/')
  const response = await handler(payload.config)(new Request(url, init), { params: Promise.resolve({ slug }) })
  const body: Answer = JSON.parse(await response.text())
  return { status: response.status, body, count: body.docs?.length ?? Number.NaN }
}

const get = (path: string) => send(REST_GET, path)

describe('A list over REST', () => {
  it.each([
    ['/api/nodes?limit=0', 3],
    ['/api/nodes?limit=1000', 3],
    ['/api/nodes?limit=2', 2],
    ['/api/nodes?pagination=false', 3],
    ['/api/nodes?pagination=false&limit=0', 3],
    ['/api/nodes?pagination=false&limit=50', 3],
    ['/api/nodes/versions?limit=0', 3],
    ['/api/nodes/versions?pagination=false', 3],
    ['/api/nodes/versions?limit=99', 3],
    ['/api/globals/settings/versions?limit=0', 3],
    ['/api/globals/settings/versions?pagination=false&limit=70', 3],
    ['/api/globals/settings/versions?limit=2', 2],
  ])('%s answers %s documents', async (path, count) => {
    expect(await get(path)).toMatchObject({ status: 200, count })
  })

  it('asked by POST, as the admin does for long queries, is limited as well', async () => {
    const answer = await send(REST_POST, '/api/nodes', {
      method: 'POST',
      headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'limit=0&depth=9',
    })
    expect(answer).toMatchObject({ status: 200, count: 3 })
  })

  it('populates no deeper than allowed', async () => {
    const where = 'where[rank][equals]=101'
    const deep = await get(`/api/nodes?${where}&depth=9`)
    const parent = deep.body.docs?.[0]?.parent
    expect(parent).toMatchObject({ rank: 1, parent: expect.any(String) })
  })

  it('answers no more joined documents than allowed', async () => {
    const { body } = await get('/api/nodes?where[rank][equals]=0&joins[children][limit]=0')
    expect(body.docs?.[0]?.children).toMatchObject({ docs: { length: 3 } })
    const refused = await get('/api/nodes?joins[children][where][and][0][or][0][and][0][or][0][and][0][or][0][rank][equals]=1')
    expect(refused.status).toBe(400)
    expect((await get('/api/nodes?joins[children][sort]=-parent.rank')).status).toBe(400)
    expect((await get('/api/nodes?joins[children][sort]=-rank')).status).toBe(200)
  })

  it('of versions is not ordered through a relation either', async () => {
    expect((await get('/api/nodes/versions?sort=-version.parent.rank')).status).toBe(400)
    expect((await get('/api/nodes/versions?sort=-parent.rank')).status).toBe(400)
    expect((await get('/api/nodes/versions?sort=-version.rank')).status).toBe(200)
  })

  it('counts distinct values up to the limit', async () => {
    const answer = await api.findDistinct({ collection: 'nodes', field: 'rank', overrideAccess: false })
    expect(answer.values).toHaveLength(3)
  })

  it.each([
    ['a limit that is no number', 'limit=dix', 'NOT_A_NUMBER'],
    ['a negative limit', 'limit=-1', 'NOT_A_NUMBER'],
    ['a negative page', 'page=-2', 'NOT_A_NUMBER'],
    ['a page beyond counting', 'page=99999999999999999999', 'NOT_A_NUMBER'],
    ['a depth that is no number', 'depth=x', 'NOT_A_NUMBER'],
    ['too many conditions', [1, 2, 3, 4, 5].map((n) => `where[or][${n}][rank][equals]=${n}`).join('&'), 'TOO_MANY_CONDITIONS'],
    ['a path through too many relations', 'where[parent.parent.parent.parent.parent.parent.rank][equals]=1', 'NESTED_TOO_DEEP'],
    ['too many sort fields', 'sort=rank,id,createdAt', 'SORT_TOO_LONG'],
    ['an order that hidden fields of another document make', 'sort=-parent.rank', 'SORT_THROUGH_RELATION'],
    ['the same of one among several', 'sort=rank,friends.rank', 'SORT_THROUGH_RELATION'],
    ['too long a query', `where[rank][equals]=1&x=${'y'.repeat(2000)}`, 'QUERY_TOO_LONG'],
  ])('is refused for %s, with a French sentence', async (_what, query, code) => {
    for (const path of ['/api/nodes', '/api/nodes/versions']) {
      const { status, body } = await get(`${path}?${query}`)
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { errors: [{ data: { code }, message: expect.stringMatching(/^(Le paramètre|Ce tri|On ne trie pas|Cette recherche) /) }] },
      })
    }
  })
})

describe('A bulk update over REST', () => {
  it('changes no more documents than allowed and names them', async () => {
    const { status, count } = await send(REST_PATCH, '/api/nodes?where[rank][greater_than]=0', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rank: 500 }),
    })
    expect({ status, count }).toEqual({ status: 200, count: 3 })
    const { totalDocs } = await api.count({ collection: 'nodes', where: { rank: { equals: 500 } } })
    expect(totalDocs).toBe(3)
  })
})

describe('The Local API', () => {
  it('is limited where a person’s rights apply', async () => {
    const { docs } = await api.find({ collection: 'nodes', limit: 0, overrideAccess: false })
    expect(docs).toHaveLength(3)
  })

  it('is not limited where the system asks', async () => {
    const { docs } = await api.find({ collection: 'nodes', limit: 0, depth: 2, where: { rank: { less_than: 1000 } } })
    expect(docs).toHaveLength(15)
  })

  it('populates and validates more relations than one list may hold', async () => {
    const { docs } = await api.find({ collection: 'nodes', limit: 0 })
    const friends = docs?.map(({ id }) => id)
    const created = await api.create({ collection: 'nodes', data: { friends }, depth: 1, overrideAccess: false })
    expect(created.friends).toHaveLength(15)
    const isPopulated = (friend: unknown) => typeof friend === 'object'
    expect(Array.isArray(created.friends) && created.friends.every(isPopulated)).toBe(true)
  })

  it('limits Payload’s own collections too', async () => {
    await expect(
      api.find({ collection: 'payload-preferences', limit: -5, overrideAccess: false }),
    ).rejects.toMatchObject({ status: 400 })
  })
})
