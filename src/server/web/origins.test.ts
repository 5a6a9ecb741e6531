import { describe, expect, it } from 'vitest'

import { acceptedHosts, acceptedOrigins, normalisedHost } from './origins.ts'

const local = { publicUrl: 'http://127.0.0.1:3000', host: '127.0.0.1', port: 3000 }
const onTheInternet = { publicUrl: 'https://pratiques.example.org', host: '0.0.0.0', port: 3000 }
const behindLocalProxy = { ...onTheInternet, host: '127.0.0.1' }

describe('The origins that may write', () => {
  it('are all names of this machine while it is only reached from itself', () => {
    expect(acceptedOrigins(local)).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])
  })

  it('start with PUBLIC_URL, whichever of these names it uses', () => {
    expect(acceptedOrigins({ publicUrl: 'http://localhost:8080' })).toEqual([
      'http://localhost:8080',
      'http://127.0.0.1:8080',
      'http://[::1]:8080',
    ])
  })

  it.each([onTheInternet, behindLocalProxy])('are PUBLIC_URL alone on the Internet', (environment) => {
    expect(acceptedOrigins(environment)).toEqual(['https://pratiques.example.org'])
  })
})

describe('The hosts that we answer to', () => {
  it.each([
    { environment: local, hosts: ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000'] },
    { environment: onTheInternet, hosts: ['pratiques.example.org'] },
    {
      environment: behindLocalProxy,
      hosts: ['pratiques.example.org', '127.0.0.1:3000', 'localhost:3000', '[::1]:3000'],
    },
  ])('are $hosts for $environment', ({ environment, hosts }) => {
    expect([...acceptedHosts(environment)].sort()).toEqual([...hosts].sort())
  })
})

describe('A Host header', () => {
  it.each([
    { host: 'LOCALHOST:3000', protocol: 'http', read: 'localhost:3000' },
    { host: 'pratiques.example.org:443', protocol: 'https', read: 'pratiques.example.org' },
    { host: '[::1]:3000', protocol: 'http', read: '[::1]:3000' },
    { host: undefined, protocol: 'http', read: undefined },
    { host: 'a/b', protocol: 'http', read: undefined },
    { host: 'user@pratiques.example.org', protocol: 'https', read: undefined },
    { host: 'pratiques.example.org, evil.test', protocol: 'https', read: undefined },
    { host: 'localhost:99999', protocol: 'http', read: undefined },
  ] as const)('$host is read as $read', ({ host, protocol, read }) => {
    expect(normalisedHost({ host, protocol })).toBe(read)
  })
})
