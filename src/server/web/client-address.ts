import { isIP } from 'node:net'

/**
 * The address that a request comes from. Each proxy appends the address of whoever spoke to it, so that of the
 * entries of `X-Forwarded-For` only the last `trustedProxies` were written by somebody we know; whatever stands
 * before them the client may have invented.
 */
export const clientAddress = ({
  peer,
  forwardedFor,
  trustedProxies,
}: {
  /** Of the connection itself. */
  readonly peer: string | undefined
  readonly forwardedFor: string | undefined
  readonly trustedProxies: number
}): string => {
  const connected = plainAddress(peer) ?? 'unknown'
  if (trustedProxies === 0 || forwardedFor === undefined) return connected
  const entries = forwardedFor.split(',').map((entry) => entry.trim())
  // Fewer entries than proxies: the first proxy that spoke to us wrote the first one.
  const entry = entries.at(Math.max(-trustedProxies, -entries.length))
  return plainAddress(entry) ?? connected
}

/** Without port, brackets, zone, or the IPv6 clothes of an IPv4 address; undefined when it is no address. */
const plainAddress = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  const bare = text
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  return isIP(bare) === 0 ? undefined : bare.toLowerCase()
}
