import { describe, expect, it } from 'vitest'

import { securityHeaders } from './security-headers.ts'

type Page = Parameters<typeof securityHeaders>[0]

const headersOf = (page: Partial<Page>): Record<string, string> =>
  securityHeaders({ path: '/', nonce: 'bm9uY2U=', dev: false, https: true, ...page })

const policyOf = (page: Partial<Page>): Record<string, readonly string[]> =>
  Object.fromEntries(
    (headersOf(page)['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )

const pages = ['/', '/connexion', '/espace/418/equipe', '/administration', '/apiculture']

describe('The policy of the site', () => {
  it.each(pages)('lets %s run only our scripts, with the nonce of this answer', (path) => {
    expect(policyOf({ path })['script-src']).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
  })

  it.each(pages)('takes nothing of another origin on %s, inline nothing, and cannot be framed', (path) => {
    const policy = policyOf({ path })
    expect(policy['default-src']).toEqual(["'none'"])
    expect(policy['style-src']).toEqual(["'self'", "'nonce-bm9uY2U='"])
    expect(policy['img-src']).toEqual(["'self'", 'data:'])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
    expect(policy['object-src']).toEqual(["'none'"])
    expect(policy['form-action']).toEqual(["'self'"])
    const sources = Object.values(policy).flat()
    expect(sources).not.toContain("'unsafe-inline'")
    expect(sources).not.toContain("'unsafe-eval'")
    expect(sources.filter((source) => source.includes('*') || /^https?:/.test(source))).toEqual([])
  })

  it('names its scripts first, where Next looks for the nonce', () => {
    expect(headersOf({})['content-security-policy']).toMatch(/^script-src 'self' 'nonce-/)
  })
})

describe('The policy of the administration', () => {
  it.each(['/admin', '/admin/collections/users'])('adds inline styles and local pictures to %s, never scripts', (path) => {
    const policy = policyOf({ path })
    expect(policy['script-src']).toEqual(policyOf({})['script-src'])
    expect(policy['style-src']).toEqual(["'self'", "'unsafe-inline'"])
    expect(policy['img-src']).toEqual(["'self'", 'data:', 'blob:'])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
  })
})

describe('The preview of a draft', () => {
  it('can be framed by the platform’s own pages, and by nobody else’s', () => {
    expect(policyOf({ path: '/apercu/x' })['frame-ancestors']).toEqual(["'self'"])
    expect(headersOf({ path: '/apercu/x' })).toMatchObject({ 'x-frame-options': 'SAMEORIGIN' })
    expect(policyOf({ path: '/admin/studio/x' })['frame-src']).toEqual(["'self'"])
    expect(policyOf({ path: '/apercus' })['frame-ancestors']).toEqual(["'none'"])
  })
})

describe('What is not a page', () => {
  it.each(['/api', '/api/users', '/api/documents/file/script.svg', '/_next/static/chunks/main.js'])(
    'runs nothing even if %s is opened as one',
    (path) => {
      expect(policyOf({ path })).toEqual({
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
        sandbox: [],
      })
    },
  )

  it('is not kept by anybody when it is an answer of the API', () => {
    expect(headersOf({ path: '/api/users' })['cache-control']).toBe('private, no-store')
    expect(headersOf({ path: '/_next/static/x.js' })).not.toHaveProperty('cache-control')
  })
})

describe('Every answer', () => {
  it.each(['/', '/admin', '/api/health', '/_next/static/x.js'])('of %s is typed, unframed and isolated', (path) => {
    expect(headersOf({ path })).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
  })

  it('asks for https from now on only where the platform is reached by https', () => {
    expect(headersOf({ https: true })['strict-transport-security']).toBe('max-age=31536000')
    expect(headersOf({ https: false })).not.toHaveProperty('strict-transport-security')
  })
})

describe('Development', () => {
  it('allows what reloading needs, and only there', () => {
    const policy = policyOf({ dev: true })
    expect(policy['script-src']).toContain("'unsafe-eval'")
    expect(policy['style-src']).toEqual(["'self'", "'unsafe-inline'"])
    expect(policy['connect-src']).toContain('ws:')
  })
})
