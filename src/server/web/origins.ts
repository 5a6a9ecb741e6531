import type { Environment } from '#server/environment.ts'

import { isLoopback } from './loopback.ts'

type Address = Pick<Environment, 'publicUrl' | 'host' | 'port'>

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'] as const

/**
 * The origins whose pages may write (design.md §6): PUBLIC_URL, and, while that is this machine, its other names.
 */
export const acceptedOrigins = ({ publicUrl }: Pick<Address, 'publicUrl'>): string[] => {
  const { protocol, hostname, port } = new URL(publicUrl)
  if (!isLoopback(hostname)) return [publicUrl]
  const others = loopbackNames.map((name) => new URL(`${protocol}//${name}:${port}`).origin)
  return [publicUrl, ...others.filter((origin) => origin !== publicUrl)]
}

/**
 * The `Host` headers that we answer to, in lower case and without a default port: those of the accepted origins,
 * and this machine's names while only this machine can reach us. Any other is somebody else's name that was
 * made to point here (DNS rebinding), or an address that would end up in links that we send.
 */
export const acceptedHosts = ({ publicUrl, host, port }: Address): ReadonlySet<string> => {
  const local = isLoopback(host) ? loopbackNames.map((name) => `http://${name}:${port}`) : []
  return new Set([...acceptedOrigins({ publicUrl }), ...local].map((origin) => new URL(origin).host))
}

/** The host as `acceptedHosts` writes it; undefined when it is not a host at all. */
export const normalisedHost = ({
  host,
  protocol,
}: {
  readonly host: string | undefined
  readonly protocol: 'http' | 'https'
}): string | undefined => {
  if (host === undefined || !/^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host)) return undefined
  const address = `${protocol}://${host}`
  return URL.canParse(address) ? new URL(address).host : undefined
}
