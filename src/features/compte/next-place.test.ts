import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { samples } from '../../../tests/support/sample.ts'

import { nextPlace } from './next-place.rules.ts'

const site = 'https://pratiques.test'

describe('where signing in leads', () => {
  it.each([
    ['/espace/6590', '/espace/6590'],
    ['/espace/6590/diagnostic/nouveau?referentiel=a', '/espace/6590/diagnostic/nouveau?referentiel=a'],
    ['/espace/./6590/../418', '/espace/418'],
    ['/apiculture', '/apiculture'],
  ])('%s leads to %s', (asked, place) => {
    expect(nextPlace(asked, '/espace')).toBe(place)
  })

  it.each([
    undefined, '', 'espace', '//evil.test', '/\\evil.test', 'https://evil.test', '/.//evil.test/x', '/espace/../..//evil.test/x',
    '/%2e//evil.test', '/espace/%2E%2e//evil.test', '/a/..//evil.test', '/\n/evil.test', '/api/users/me', '/espace/../api/users/logout', '/API',
  ])('%j leads to the space', (asked) => {
    expect(nextPlace(asked, '/espace')).toBe('/espace')
  })

  it('stays on the site, whatever is asked', () => {
    const piece = fc.constantFrom('/', '.', '..', '%2e', '%2F', 'evil.test', 'espace', '?', '=', '[', ']', '&')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const place = nextPlace(`/${pieces.join('')}`, '/espace')
        expect(new URL(place, site).origin).toBe(site)
        expect(place.startsWith('//')).toBe(false)
      }),
      samples({ sample: 500, full: 20_000 }),
    )
  })
})
