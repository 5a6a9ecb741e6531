import { describe, expect, it } from 'vitest'

import { callerOf } from './caller.ts'

const ours = 'https://pratiques.example.org'
const origins = new Set([ours])

const caller = (method: string, claims: { origin?: string; fetchSite?: string; fetchMode?: string } = {}) =>
  callerOf({ method, origin: undefined, fetchSite: undefined, fetchMode: undefined, ...claims }, origins)

describe('A request that reads', () => {
  it.each([
    ['of a page of ours', { fetchSite: 'same-origin', fetchMode: 'cors' }],
    ['of an address that was typed', { fetchSite: 'none', fetchMode: 'navigate' }],
    ['of a link followed from a webmail', { fetchSite: 'cross-site', fetchMode: 'navigate' }],
    ['of a link followed from a neighbouring site', { fetchSite: 'same-site', fetchMode: 'navigate' }],
    ['of a browser on a plain address, or of a program', {}],
  ])('%s has the person’s session', (_, claims) => {
    expect(caller('GET', claims)).toBe('trusted')
  })

  it.each([
    ['an image of another site', { fetchSite: 'cross-site', fetchMode: 'no-cors' }],
    ['a script of a neighbouring site', { fetchSite: 'same-site', fetchMode: 'no-cors' }],
    ['another site’s page', { origin: 'https://evil.test', fetchSite: 'cross-site', fetchMode: 'cors' }],
    ['a page without a name', { origin: 'null' }],
  ])('for %s has none', (_, claims) => {
    expect(caller('GET', claims)).toBe('stranger')
  })
})

describe.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('A %s', (method) => {
  it.each([
    ['a page of ours', { origin: ours, fetchSite: 'same-origin' }],
    ['a program', {}],
  ])('of %s passes', (_, claims) => {
    expect(caller(method, claims)).toBe('trusted')
  })

  it.each([
    ['another site', { origin: 'https://evil.test' }],
    ['another site that looks like ours', { origin: `${ours}.evil.test` }],
    ['our name without TLS', { origin: 'http://pratiques.example.org' }],
    ['a page without a name', { origin: 'null' }],
    ['another site’s form, in a browser that hides where', { fetchSite: 'cross-site', fetchMode: 'navigate' }],
    ['a neighbouring site’s form', { fetchSite: 'same-site', fetchMode: 'navigate' }],
  ])('of %s is refused', (_, claims) => {
    expect(caller(method, claims)).toBe('forger')
  })
})
