import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'

import { newLinkToken } from '#server/accounts/link-token.ts'

import { failureFacts, scrubbed } from './failure-facts.ts'

describe('what a failure says in the log', () => {
  it('holds no parameter of a statement, and no value that PostgreSQL repeats', () => {
    const refusal = Object.assign(new Error('invalid input syntax for type uuid: "jeanne@demo.test"'), {
      code: '22P02', detail: 'Key (email)=(jeanne@demo.test) already exists.', table: 'users', constraint: 'users_email_idx',
    })
    const facts = failureFacts(new DrizzleQueryError('select * from users where email = $1', ['jeanne@demo.test', 'Notre pratique'], refusal))
    expect(JSON.stringify(facts)).not.toMatch(/jeanne|pratique|already exists/i)
    expect(facts.message).toContain('select * from users where email = $1')
    expect(facts.cause).toMatchObject({ code: '22P02', table: 'users', constraint: 'users_email_idx', message: 'invalid input syntax for type uuid' })
  })

  it('keeps where it happened', () => {
    const facts = failureFacts(new TypeError('a mistake'))
    expect(facts).toMatchObject({ name: 'TypeError', message: 'a mistake' })
    expect(facts.stack).toContain('failure-facts.test.ts')
  })

  it('keeps no address of a person and no secret of a link', () => {
    const text = scrubbed(`/invitation/${newLinkToken()} for Jeanne <jeanne.lorho@demo.test> by eyJhbGciOi.eyJpZCI6.c2lnbmF0dXJl`)
    expect(text).toBe('/invitation/• for Jeanne <•@•> by •')
  })

  it('tells what is no error, and ends on an error that causes itself', () => {
    expect(failureFacts('jeanne@demo.test')).toEqual({ name: 'string', message: '•@•' })
    const error = new Error('x')
    error.cause = error
    expect(JSON.stringify(failureFacts(error)).length).toBeLessThan(50_000)
  })
})
