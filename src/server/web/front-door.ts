/**
 * What happens to a request before Next sees it, and to every answer whoever gives it. Nothing that a client says
 * about itself passes: later code may trust `x-client-address`, `x-request-id`, `x-asked-place`, `x-forwarded-*` and the host.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Environment } from '#server/environment.ts'
import { inRequest } from '#server/log/request-in-hand.ts'
import type { RequestInHand } from '#server/log/request-in-hand.ts'
import { errorSentences } from '#texts/errors.ts'
import { webServerTexts } from '#texts/web-server.ts'

import { bodyLimitOf, bodyPatienceOf, heldLimits } from './body-limits.ts'
import { callerOf } from './caller.ts'
import { clientAddress } from './client-address.ts'
import { createHeldBytes } from './held-bytes.ts'
import type { HeldLimits } from './held-bytes.ts'
import { limitBody } from './limited-body.ts'
import { acceptedHosts, acceptedOrigins, normalisedHost } from './origins.ts'
import { securityHeaders } from './security-headers.ts'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type FrontDoor = {
  readonly environment: Pick<Environment, 'publicUrl' | 'host' | 'port' | 'trustedProxies'>
  readonly dev: boolean
  /** What answers once the request has passed. */
  readonly handle: RequestHandler
  readonly newNonce: () => string
  readonly newRequestId: () => string
  /** How long a body may take to arrive, in milliseconds. @default `bodyPatienceOf` */
  readonly bodyPatience?: (path: string) => number
  /** What bodies without a length may hold in memory. @default `heldLimits` */
  readonly holding?: HeldLimits
}

/** Asked by machines that know us by another name: load balancers, containers. */
const healthPath = '/api/health'

/** Headers that only our own code or a proxy we trust may set, besides those that are overwritten below. */
const inventedByClients = ['forwarded', 'x-forwarded-port', 'x-forwarded-server', 'x-original-host', 'x-nonce'] as const

/** What a page answers to, and what the endpoints do: Next takes a page for broken that is asked in another way. */
const pageMethods: readonly string[] = ['GET', 'HEAD', 'POST']
const apiMethods: readonly string[] = [...pageMethods, 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** How long a refused client may go on sending before the connection is closed, in milliseconds. */
const lingerFor = 3_000

export const frontDoor = ({ environment, dev, handle, newNonce, newRequestId, bodyPatience = bodyPatienceOf, holding = heldLimits }: FrontDoor): RequestHandler => {
  const { publicUrl, trustedProxies } = environment
  const held = createHeldBytes(holding)
  const publicAddress = new URL(publicUrl)
  const isHttps = publicAddress.protocol === 'https:'
  const hosts = acceptedHosts(environment)
  const origins = new Set(acceptedOrigins(environment))

  return async (request, response) => {
    const namedHost = takeAddress(request)
    const path = pathOf(request)
    const headers = securityHeaders({ path, nonce: newNonce(), dev, https: isHttps })
    const requestId = newRequestId()
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('x-request-id', requestId)

    const host = normalisedHost({
      host: trusted(request.headers['x-forwarded-host'], trustedProxies) ?? namedHost ?? request.headers.host,
      protocol: isHttps ? 'https' : 'http',
    })
    const knownHost = host !== undefined && hosts.has(host) ? host : undefined
    if (knownHost === undefined && path !== healthPath) {
      refuse({ request, response, path, status: 421, code: 'WRONG_HOST', message: webServerTexts.wrongHost(publicUrl) })
      return
    }
    const methods = isOfApi(path) ? apiMethods : pageMethods
    if (!methods.includes(request.method ?? 'GET')) {
      response.setHeader('allow', methods.join(', '))
      refuse({ request, response, path, status: 405, code: 'UNKNOWN_METHOD', message: webServerTexts.unknownMethod })
      return
    }
    const caller = callerOf(
      {
        method: request.method ?? 'GET',
        origin: request.headers.origin,
        fetchSite: textOf(request.headers['sec-fetch-site']),
        fetchMode: textOf(request.headers['sec-fetch-mode']),
      },
      origins,
    )
    if (caller === 'forger') {
      refuse({ request, response, path, status: 403, code: 'WRONG_ORIGIN', message: errorSentences.WRONG_ORIGIN({}) })
      return
    }
    const address = clientAddress({
      peer: request.socket.remoteAddress,
      forwardedFor: textOf(request.headers['x-forwarded-for']),
      trustedProxies,
    })
    const timer = setTimeout(() => hurry({ request, response, path }), bodyPatience(path)).unref()
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
    const limit = bodyLimitOf(path)
    const judged = limitBody(request, { limit, client: address, held })
    const verdict = typeof judged === 'string' ? judged : await judged
    if (verdict === 'aborted') return
    if (verdict === 'too-large') {
      const message = errorSentences.BODY_TOO_LARGE({ megabytes: limit / 1024 / 1024 })
      refuse({ request, response, path, status: 413, code: 'BODY_TOO_LARGE', message })
      return
    }
    if (verdict === 'too-many') {
      response.setHeader('retry-after', '10')
      refuse({ request, response, path, status: 503, code: 'TOO_MANY_BODIES', message: webServerTexts.tooManyBodies })
      return
    }

    for (const name of inventedByClients) Reflect.deleteProperty(request.headers, name)
    Object.assign(request.headers, {
      // Where Next looks for the nonce that it puts on its own scripts.
      'content-security-policy': headers['content-security-policy'],
      'x-client-address': address,
      'x-forwarded-for': address,
      'x-real-ip': address,
      host: knownHost ?? publicAddress.host,
      'x-forwarded-host': knownHost ?? publicAddress.host,
      // A local name beside a public one is spoken to without TLS.
      'x-forwarded-proto': isHttps && (knownHost ?? publicAddress.host) === publicAddress.host ? 'https' : 'http',
      'x-request-id': requestId,
      'x-asked-place': askedPlace(request),
      // What Payload goes by before it takes a session's cookie.
      'sec-fetch-site': caller === 'trusted' ? 'same-origin' : 'cross-site',
    })
    Reflect.deleteProperty(request.headers, 'content-security-policy-report-only')
    const inHand = { id: requestId, method: request.method ?? 'GET', path }
    useStatusOf(inHand, response)
    await inRequest(inHand, () => handle(request, response))
  }
}

/** A page that was made after all carries the status that it asked for; what failed, or went elsewhere, keeps its own. */
const useStatusOf = (inHand: RequestInHand, response: ServerResponse): void => {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (code: number, ...rest: never[]) => writeHead(code === 200 || inHand.isMalformed ? (inHand.status ?? code) : code, ...rest)
}

/** A body that comes drop by drop holds a connection and what waits for it: whoever sends one is told, and cut off. */
const hurry = ({ request, response, path }: Pick<Parameters<typeof refuse>[0], 'request' | 'response' | 'path'>): void => {
  if (request.complete) return
  if (response.headersSent) request.destroy()
  else refuse({ request, response, path, status: 408, code: 'BODY_TOO_SLOW', message: webServerTexts.bodyTooSlow })
}

/**
 * A request line may hold a whole address, as one speaks to a proxy: its host is the one that is asked (RFC 9112 §3.2.2), and its path
 * alone goes on, since Next would lead to the address. Undefined where the line is a path.
 */
const takeAddress = (request: IncomingMessage): string | undefined => {
  const line = request.url ?? '/'
  if (line.startsWith('/')) return undefined
  const address = URL.canParse(line) ? new URL(line) : null
  request.url = address === null || !address.pathname.startsWith('/') ? '/' : `${address.pathname}${address.search}`
  return address?.host
}

const isOfApi = (path: string): boolean => path === '/api' || path.startsWith('/api/')

/** Without the query; a request line that is no path counts as the root. */
const pathOf = (request: IncomingMessage): string => {
  const target = request.url ?? '/'
  // `//host/path` would be read as another host's address.
  const path = target.split(/[?#]/, 1)[0] ?? '/'
  return path.startsWith('/') ? path.replace(/^\/+/, '/') : '/'
}

/** Path and query as a person would come back to them: without the mark that Next's router puts on its own requests. */
const askedPlace = (request: IncomingMessage): string => {
  const query = new URLSearchParams((request.url ?? '').split('#', 1)[0]?.split('?').slice(1).join('?'))
  query.delete('_rsc')
  return query.size === 0 ? pathOf(request) : `${pathOf(request)}?${query.toString()}`
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header

/** What the last proxy said, if there is one. */
const trusted = (header: string | string[] | undefined, trustedProxies: number): string | undefined =>
  trustedProxies === 0 ? undefined : textOf(header)?.split(',').at(-1)?.trim()

const refuse = ({
  request,
  response,
  path,
  status,
  code,
  message,
}: {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  readonly status: number
  readonly code: string
  readonly message: string
}): void => {
  const isApi = isOfApi(path)
  const body = isApi ? JSON.stringify({ errors: [{ code, message }] }) : `${message}\n`
  response.writeHead(status, {
    'content-type': isApi ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  })
  if (request.method !== 'HEAD') response.write(body)
  // A connection that is closed on a client which still sends is reset, and the answer lost: read on for a while.
  const hangUp = (): void => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(hangUp, lingerFor)
  request.once('end', hangUp).once('close', hangUp)
  request.resume()
}
