import { createHmac } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { signedInKey } from './signed-in-key.ts'

const signing = { secret: 'a secret of at least thirty-two characters', config: { cookiePrefix: 'payload' } }
const now = new Date('2026-11-23T12:00:00Z')
const inAnHour = now.getTime() / 1000 + 3600

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const token = (claims: object, secret = signing.secret, header: object = { alg: 'HS256', authVersion: 1, typ: 'JWT' }) => {
  const signed = `${part(header)}.${part(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const keyOf = (headers: Record<string, string>) => signedInKey(new Headers(headers), signing, now)

const person = { id: 'u1', collection: 'users', exp: inAnHour }

describe('Who is signed in', () => {
  it('is told by the token in the header or the cookie', () => {
    expect(keyOf({ authorization: `JWT ${token(person)}` })).toBe('users u1')
    expect(keyOf({ authorization: `Bearer ${token(person)}` })).toBe('users u1')
    expect(keyOf({ cookie: `other=1; payload-token=${token(person)}` })).toBe('users u1')
  })

  it.each([
    ['no token', {}],
    ['another scheme', { authorization: 'users API-Key 1234' }],
    ['a token signed by somebody else', { authorization: `JWT ${token(person, 'another secret')}` }],
    ['an unsigned token', { authorization: `JWT ${part({ alg: 'none' })}.${part(person)}.` }],
    ['changed claims', { authorization: `JWT ${token(person).replace(/\..*\./, `.${part({ ...person, id: 'u2' })}.`)}` }],
    ['an expired token', { authorization: `JWT ${token({ ...person, exp: inAnHour - 3601 })}` }],
    ['claims that are none of ours', { authorization: `JWT ${token({ sub: 'u1', exp: inAnHour })}` }],
    ['a token of another version', { authorization: `JWT ${token(person, signing.secret, { alg: 'HS256', typ: 'JWT' })}` }],
    ['something that is no token', { authorization: 'JWT a.b' }],
  ])('is nobody for %s', (_what, headers) => {
    expect(keyOf(headers)).toBeUndefined()
  })
})
