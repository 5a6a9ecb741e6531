import { describe, expect, it } from 'vitest'

import { clientAddress } from './client-address.ts'

const peer = '10.0.0.1'

describe('The address of a client', () => {
  it.each([
    { proxies: 0, forwardedFor: '6.6.6.6', address: peer, because: 'nobody is believed' },
    { proxies: 1, forwardedFor: undefined, address: peer, because: 'nobody said anything' },
    { proxies: 1, forwardedFor: '203.0.113.7', address: '203.0.113.7', because: 'our proxy said it' },
    { proxies: 1, forwardedFor: '6.6.6.6, 203.0.113.7', address: '203.0.113.7', because: 'the client invented the first' },
    { proxies: 2, forwardedFor: '6.6.6.6, 203.0.113.7, 10.0.0.2', address: '203.0.113.7', because: 'two proxies appended' },
    { proxies: 3, forwardedFor: '203.0.113.7', address: '203.0.113.7', because: 'there were fewer proxies than said' },
    { proxies: 1, forwardedFor: '203.0.113.7, nonsense', address: peer, because: 'what our proxy said is no address' },
    { proxies: 1, forwardedFor: '203.0.113.7:4711', address: '203.0.113.7', because: 'the port does not count' },
    { proxies: 1, forwardedFor: '[2001:DB8::7]:4711', address: '2001:db8::7', because: 'brackets do not count' },
  ])('is $address when $because', ({ proxies, forwardedFor, address }) => {
    expect(clientAddress({ peer, forwardedFor, trustedProxies: proxies })).toBe(address)
  })

  it('is the same whether the connection speaks IPv4 or the same within IPv6', () => {
    expect(clientAddress({ peer: '::ffff:192.0.2.5', forwardedFor: undefined, trustedProxies: 0 })).toBe('192.0.2.5')
  })

  it('is one word when the connection is gone', () => {
    expect(clientAddress({ peer: undefined, forwardedFor: undefined, trustedProxies: 0 })).toBe('unknown')
  })
})
