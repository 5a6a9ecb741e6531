import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { errorSentences } from '#texts/errors.ts'

import { restClient } from '../support/rest-client.ts'
import { testPayload } from '../support/test-payload.ts'

const password = 'une longue phrase de passe'
const other = 'une tout autre phrase de passe'

let payload: Payload
let count = 0

beforeAll(async () => {
  payload = (await testPayload()).payload
})

const somebody = async (staff: 'none' | 'admin' = 'none') => {
  count += 1
  const email = `compte-${count}@demo.test`
  const { id } = await payload.create({
    collection: 'users',
    data: { email, password, firstName: 'Ana', lastName: 'Le Goff', staff, emailVerifiedAt: '2026-01-01T00:00:00.000Z' },
    overrideAccess: true,
  })
  return { id, email, rest: await restClient(payload).as({ id }) }
}

const opens = async (email: string, tried: string): Promise<boolean> =>
  (await restClient(payload).post('/api/users/login', { body: { email, password: tried } })).status === 200

const stored = (id: string) => payload.findByID({ collection: 'users', id, overrideAccess: true })

describe('A password', () => {
  it('is not changed by a session, of the person or of an administrator of the platform', async () => {
    const person = await somebody()
    const administrator = await somebody('admin')
    for (const { rest } of [person, administrator]) {
      for (const path of [`/api/users/${person.id}`, `/api/users?where[id][equals]=${person.id}`]) {
        const response = await rest.patch(path, { body: { password: other, firstName: 'Autre' } })
        expect(response.status).toBe(403)
        expect(await response.json()).toMatchObject({
          errors: [{ code: 'PASSWORD_BY_LINK', message: errorSentences.PASSWORD_BY_LINK({}) }],
        })
      }
    }
    expect(await opens(person.email, password)).toBe(true)
    expect((await stored(person.id)).firstName).toBe('Ana')
  })

  it.each(['court', 'azertyazerty'])('of a new account is one that people may choose: not « %s »', async (weak) => {
    const { rest } = await somebody('admin')
    const email = `nouveau-${weak}@demo.test`
    const response = await rest.post('/api/users', {
      body: { email, password: weak, firstName: 'Ana', lastName: 'Le Goff', staff: 'none' },
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/Il faut au moins 12 caractères|trop connu/)
    const { totalDocs } = await payload.count({ collection: 'users', where: { email: { equals: email } }, overrideAccess: true })
    expect(totalDocs).toBe(0)
  })

  it('that a link changes ends every session', async () => {
    const { id, rest } = await somebody()
    await payload.update({ collection: 'users', id, data: { password: other }, overrideAccess: true })
    expect(await (await rest.get('/api/users/me')).json()).toMatchObject({ user: null })
  })
})

describe('An e-mail address', () => {
  it('is not changed by its person, because links for a new password go there', async () => {
    const { id, email, rest } = await somebody()
    const response = await rest.patch(`/api/users/${id}`, { body: { email: 'ailleurs@demo.test', lastName: 'Le Bihan' } })
    // All or nothing: a part of what was asked is never stored under a refusal.
    expect([response.status, await stored(id)]).toEqual([403, expect.objectContaining({ email, lastName: 'Le Goff' })])
  })

  it('that the platform changes has to be confirmed again', async () => {
    const { id } = await somebody()
    const { rest } = await somebody('admin')
    expect((await rest.patch(`/api/users/${id}`, { body: { email: 'corrige@demo.test' } })).status).toBe(200)
    expect(await stored(id)).toMatchObject({ email: 'corrige@demo.test', emailVerifiedAt: null })
  })
})

describe('A name', () => {
  it.each(['Ana\r\nBcc: tous@demo.test', '<b>Ana</b>', 'ana@demo.test', '   ', 'Ana\u202eyugnaT'])(
    '%j is refused in French and changes nothing',
    async (firstName) => {
      const { id, rest } = await somebody()
      const response = await rest.patch(`/api/users/${id}`, { body: { firstName } })
      expect(response.status).toBe(400)
      expect(await response.text()).toMatch(/Écrivez un nom sur une ligne|Ce champ est à remplir/)
      expect((await stored(id)).firstName).toBe('Ana')
    },
  )
})

describe('What the API refuses', () => {
  it.each([
    ['a body that is no JSON', 'post', '/api/establishments', '{"name":', 400, 'INVALID_INPUT'],
    ['a bulk change without a condition', 'patch', '/api/establishments', '{"name":"Site"}', 400, 'INVALID_INPUT'],
    ['a hidden field in a condition', 'get', '/api/users?where[hash][exists]=true', undefined, 400, 'UNKNOWN_PATH'],
    ['a hidden field in an order', 'get', '/api/users?sort=salt', undefined, 400, 'UNKNOWN_PATH'],
    ['a field that does not exist', 'get', '/api/users?where[foo][equals]=1', undefined, 400, 'UNKNOWN_PATH'],
  ] as const)('is told in French: %s', async (_what, method, path, body, status, code) => {
    const { rest } = await somebody()
    const response = await rest[method](path, {
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    })
    expect({ status: response.status, answer: await response.json() }).toMatchObject({
      status,
      answer: { errors: [{ code, message: expect.stringMatching(/^(Cette demande|On ne peut ni) /) }] },
    })
  })

  it('an order that hidden fields of another person would make', async () => {
    const { rest } = await somebody()
    for (const sort of ['user.hash', '-user.email', 'role,user.salt']) {
      expect((await rest.get(`/api/memberships?sort=${sort}`)).status, sort).toBe(400)
    }
  })
})
