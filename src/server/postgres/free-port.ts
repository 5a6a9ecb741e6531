import { createServer } from 'node:net'

/** Tries to listen and stops at once. @returns the port, or the system's error code, like EADDRINUSE */
export const tryPort = ({
  host,
  port,
}: {
  readonly host: string
  readonly port: number
}): Promise<number | string> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })

/** The preferred port if nobody has it, else one that the system chooses. */
export const freePort = async ({
  host,
  preferred,
}: {
  readonly host: string
  readonly preferred: number | undefined
}): Promise<number> => {
  for (const port of preferred === undefined ? [0] : [preferred, 0]) {
    const found = await tryPort({ host, port })
    if (typeof found === 'number') return found
  }
  throw new Error(`no port is free on ${host}`)
}
