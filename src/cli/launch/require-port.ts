import { tryPort } from '#server/postgres/free-port.ts'

import { LaunchError } from './launch-error.ts'

const explanations: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program already listens there: stop it, or set PORT to a free one.',
  EACCES: 'this user may not listen there: set PORT to 1024 or more.',
  EADDRNOTAVAIL: 'this machine does not have that address: set HOST to one of its own, or to 0.0.0.0 for all.',
  ENOTFOUND: 'that name is not known: set HOST to an address of this machine.',
}

/** @throws LaunchError when the web server could not listen there */
export const requirePort = async ({ host, port }: { readonly host: string; readonly port: number }): Promise<void> => {
  const found = await tryPort({ host, port })
  if (typeof found === 'number') return
  throw new LaunchError([`Port ${port} of ${host} cannot be used: ${explanations[found] ?? found}`])
}
