/**
 * The web server: Next behind our own front door. The launcher starts it, restarts it, and tells it to stop; it
 * goes by itself when the launcher is gone. `--dev` reloads.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { parseArgs } from 'node:util'

import createNext from 'next'

import { environment } from '#server/environment.ts'
import { tellFailure } from '#server/log/tell-failure.ts'
import { frontDoor } from '#server/web/front-door.ts'
import type { RequestHandler } from '#server/web/front-door.ts'
import { savesFirst } from '#server/web/saves-first.ts'
import { staticFiles } from '#server/web/static-files.ts'

/** Milliseconds. A slow line sends 10 MB within `request`; proxies keep idle connections for a minute. */
const timeouts = { headers: 15_000, request: 120_000, keepAlive: 65_000 } as const

/** How long answers that are under way may take once we stop; live connections never end by themselves. */
const patience = 5_000

const { values: options } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })
const dev = options.dev

const listen = async (): Promise<{ readonly server: Server; readonly close: () => Promise<void> }> => {
  const settings = environment()
  const { host, port } = settings
  const server = createServer({
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
  })
  const next = createNext({ dev, dir: process.cwd(), hostname: host, port, httpServer: server, quiet: !dev })
  await next.prepare()
  const handleNext = next.getRequestHandler()
  const handlePages: RequestHandler = (request, response) => handleNext(request, response)
  const handle = frontDoor({
    environment: settings,
    dev,
    handle: dev ? handlePages : staticFiles(process.cwd(), savesFirst(handlePages)),
    newNonce: () => randomBytes(18).toString('base64'),
    newRequestId: () => randomUUID(),
  })
  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      tellFailure('a request failed outside the application', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  if (!dev) {
    // Reloading alone uses web sockets, and Next leaves open those that it does not know.
    server.on('upgrade', (_request, socket) => socket.destroy())
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return { server, close: () => next.close() }
}

const starting = listen()
let isStopping = false

/** Refuses what is new, lets answers finish, and ends. */
const stop = async (): Promise<void> => {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), patience * 2).unref()
  const { server, close } = await starting
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), patience).unref()
  await closed
  await close()
  process.exit(0)
}

const stopOrFail = (): void => {
  stop().catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}

process.on('SIGTERM', stopOrFail)
process.on('SIGINT', stopOrFail)
process.on('disconnect', stopOrFail)

starting.then(
  () => {
    if (process.connected) process.send?.({ ready: true })
  },
  (error: unknown) => {
    console.error('The web server could not start:', error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
