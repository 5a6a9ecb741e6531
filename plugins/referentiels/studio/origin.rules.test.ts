import { describe, expect, it } from 'vitest'

import { mayWriteFrom } from './origin.rules.ts'

const none: ReadonlySet<string> = new Set()
const own: ReadonlySet<string> = new Set(['https://pratiques.test'])
const claims = { origin: null, fetchSite: null, host: 'pratiques.test' }

describe('where a request that writes may come from', () => {
  it.each([
    ['a page of an origin that is named', { ...claims, origin: 'https://pratiques.test' }, own, true],
    ['a page of another origin', { ...claims, origin: 'https://autre.test' }, own, false],
    ['the host asked, which is not what is named', { ...claims, origin: 'http://pratiques.test' }, own, false],
    ['a page of the host asked, when none is named', { ...claims, origin: 'https://pratiques.test' }, none, true],
    ['a page of another port, when none is named', { ...claims, origin: 'https://pratiques.test:8443' }, none, false],
    ['a page of another host, when none is named', { ...claims, origin: 'https://autre.test' }, none, false],
    ['a page without an origin of its own', { ...claims, origin: 'null' }, none, false],
    ['a page of any host, where the request names none', { ...claims, origin: 'https://pratiques.test', host: null }, none, false],
    ['a program', claims, own, true],
    ['a browser that says no origin, from another site', { ...claims, fetchSite: 'cross-site' }, none, false],
    ['a browser that says no origin, from the same one', { ...claims, fetchSite: 'same-origin' }, none, true],
  ])('%s', (_what, said, named, expected) => expect(mayWriteFrom(said, named)).toBe(expected))
})
