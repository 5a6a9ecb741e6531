import { randomUUID } from 'node:crypto'

import { REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { guardRest } from '#server/rate-limit/guard-rest.ts'

import { buildWorld } from '../isolation/world.ts'
import type { World } from '../isolation/world.ts'
import { tokenFor } from '../support/sign-in.ts'
import { testPayload } from '../support/test-payload.ts'

let payload: Payload
let world: World
let token: string

beforeAll(async () => {
  ;({ payload } = await testPayload())
  world = await buildWorld(payload)
  token = await tokenFor(payload, world.sides[0].people.admin)
}, 120_000)

const rest = { GET: REST_GET, POST: REST_POST, PATCH: REST_PATCH } as const

/** Over the same guard and handlers as the route. */
const send = async (method: keyof typeof rest, path: string, body?: string): Promise<{ status: number; text: string }> => {
  const url = new URL(path, 'http://127.0.0.1:3000')
  const handler = guardRest(rest[method](payload.config), { payload: async () => payload })
  const slug = url.pathname.split('/').slice(2).map(decodeURIComponent)
  const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json' }
  const response = await handler(new Request(url, { method, headers, ...(body !== undefined && { body }) }), { params: Promise.resolve({ slug }) })
  return { status: response.status, text: await response.text() }
}

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`

describe('malformed input over the API', () => {
  it.each([
    ['a NUL in a condition', 'GET', '/api/answers?where[comment][contains]=%00', undefined],
    ['a NUL in a list of conditions', 'GET', '/api/answers?where[or][0][comment][equals]=a%00', undefined],
    ['an object as an id', 'GET', '/api/diagnostics?where[id][equals][x]=1', undefined],
    ['an object as a text', 'GET', '/api/campaigns?where[label][equals][x]=1', undefined],
    ['a place near a value that is none', 'GET', '/api/answers?where[value][near]=1,1', undefined],
    ['a number that is none', 'GET', '/api/answers?where[grid][equals]=abc', undefined],
    ['a number out of range', 'GET', '/api/answers?where[grid][equals]=1e400', undefined],
    ['a date that is none', 'GET', '/api/organisations?where[createdAt][greater_than]=hier', undefined],
    ['an operator that does not exist', 'GET', '/api/answers?where[grid][plus]=1', undefined],
    ['a text where an id belongs', 'GET', '/api/diagnostics/pas-un-id', undefined],
    ['versions of what has none', 'GET', '/api/diagnostics/versions', undefined],
    ['a NUL in a text', 'POST', '/api/campaigns', '{"label":"a\\u0000b","startOn":"2026-01-01","endOn":"2026-12-31"}'],
    ['half of a character', 'POST', '/api/campaigns', '{"label":"a\\ud800","startOn":"2026-01-01","endOn":"2026-12-31","organisation":{}}'],
    ['an object as a relation', 'POST', '/api/campaigns', '{"label":"a","startOn":"2026-01-01","endOn":"2026-12-31","organisation":{"x":1}}'],
    ['50,000 levels of nothing', 'PATCH', '/api/diagnostics/:diagnostic', `{"profile":${deep}}`],
    ['no JSON at all', 'PATCH', '/api/diagnostics/:diagnostic', '{"profile":'],
    ['an id of nobody', 'PATCH', `/api/diagnostics/${randomUUID()}`, '{"scopeLabel":"x"}'],
  ] as const)('%s is told as such', async (_what, method, path, body) => {
    const { status, text } = await send(method, path.replace(':diagnostic', world.sides[0].diagnostic), body)
    expect([status, text]).toEqual([expect.toSatisfy((code: number) => (code >= 400 && code < 500) || code === 200), expect.any(String)])
    expect(status, text).not.toBe(500)
    if (status !== 200) expect(text).toMatch(/"message":"[^"]*[éàèêùç’ ][^"]*"/)
  })
})
