import { describe, expect, it } from 'vitest'

import { restUse } from './rest-rule.rules.ts'

const use = (method: string, pathname: string, isReadByPost = false) => restUse({ method, pathname, isReadByPost })

describe('A request to the API', () => {
  it.each([
    ['POST', '/api/users/login', { kind: 'account', rule: 'sign-in' }],
    ['POST', '/api/users/LOGIN', { kind: 'account', rule: 'sign-in' }],
    ['POST', '/api/users/%6Cogin', { kind: 'account', rule: 'sign-in' }],
    ['POST', '/api/users/login/', { kind: 'account', rule: 'sign-in' }],
    ['POST', '//api//users//login', { kind: 'account', rule: 'sign-in' }],
    ['POST', '/api/other-accounts/login', { kind: 'account', rule: 'sign-in' }],
    ['POST', '/api/users/forgot-password', { kind: 'forbidden' }],
    ['POST', '/api/users/Reset-Password/', { kind: 'forbidden' }],
    ['POST', '/api/users/unlock', { kind: 'link' }],
    ['POST', '/api/users/verify/abc', { kind: 'forbidden' }],
    ['POST', '/api/users/first-register', { kind: 'forbidden' }],
    ['GET', '/api/users/First-Register', { kind: 'forbidden' }],
    ['POST', '/api/users/logout', { kind: 'write' }],
    ['POST', '/api/organisations', { kind: 'write' }],
    ['PATCH', '/api/organisations/1', { kind: 'write' }],
    ['DELETE', '/api/organisations/1', { kind: 'write' }],
    ['PUT', '/api/diagnostics/1/answers/A%2F1', { kind: 'write' }],
    ['GET', '/api/organisations', { kind: 'read' }],
    ['GET', '/api/users/login', { kind: 'read' }],
    ['GET', '/api/%E0%A4%A', { kind: 'read' }],
  ])('%s %s is counted as %o', (method, pathname, expected) => {
    expect(use(method, pathname)).toEqual(expected)
  })

  it('that reads by POST is a read, except where a password could be tried', () => {
    expect(use('POST', '/api/organisations', true)).toEqual({ kind: 'read' })
    expect(use('POST', '/api/users/login', true)).toEqual({ kind: 'account', rule: 'sign-in' })
  })
})
