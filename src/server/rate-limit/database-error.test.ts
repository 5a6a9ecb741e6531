import { describe, expect, it } from 'vitest'

import { storageErrorOf } from './database-error.ts'

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code })

describe('What storage reports', () => {
  it.each([
    ['a full disk of PostgreSQL', withCode('53100'), 'STORAGE_FULL'],
    ['a full disk of ours', withCode('ENOSPC'), 'STORAGE_FULL'],
    ['a full disk, wrapped by Drizzle and Payload', new Error('a', { cause: new Error('b', { cause: withCode('53100') }) }), 'STORAGE_FULL'],
    ['a refused connection', withCode('ECONNREFUSED'), 'UNAVAILABLE'],
    ['refused connections to all addresses', new AggregateError([withCode('ECONNREFUSED')]), 'UNAVAILABLE'],
    ['a database that shuts down', withCode('57P01'), 'UNAVAILABLE'],
    ['a broken connection', withCode('08006'), 'UNAVAILABLE'],
    ['too many connections', withCode('53300'), 'UNAVAILABLE'],
    ['a connection that ended', new Error('Connection terminated unexpectedly'), 'UNAVAILABLE'],
    ['a transaction that could not begin', new Error('Error: cannot begin transaction: connect ECONNREFUSED 127.0.0.1:1'), 'UNAVAILABLE'],
    ['a database that only reads', withCode('25006'), 'UNAVAILABLE'],
    ['a deadlock', withCode('40P01'), 'UNAVAILABLE'],
    ['a row that others need', Object.assign(withCode('23503'), { detail: 'Key (id)=(1) is still referenced from table "x".' }), 'IN_USE'],
    ['a row that others need, by a rule that never waits', withCode('23001'), 'IN_USE'],
    ['a NUL in a text', withCode('22021'), 'INVALID_INPUT'],
    ['a text where an id belongs', withCode('22P02'), 'INVALID_INPUT'],
    ['an operator that the column does not have', withCode('42883'), 'INVALID_INPUT'],
  ])('%s is told', (_what, error, code) => {
    expect(storageErrorOf(error)).toMatchObject({ name: 'DomainError', code })
  })

  it.each([
    ['a unique violation', withCode('23505')],
    ['a child without a parent', Object.assign(withCode('23503'), { detail: 'Key (p)=(1) is not present in table "x".' })],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['a transaction that failed for another reason', new Error('Error: cannot begin transaction: syntax error')],
    ['no error at all', undefined],
  ])('%s is none of it', (_what, error) => {
    expect(storageErrorOf(error)).toBeNull()
  })

  it('is found in an error that causes itself', () => {
    const error = new Error('x')
    error.cause = error
    expect(storageErrorOf(error)).toBeNull()
  })
})
