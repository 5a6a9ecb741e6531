import { isIP } from 'node:net'

/** True for a host that only this machine can reach: `localhost`, `127.0.0.0/8`, `::1` (with or without brackets). */
export const isLoopback = (host: string): boolean => {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name === '::1') return true
  return isIP(name) === 4 && name.startsWith('127.')
}
