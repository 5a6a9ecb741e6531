import { REST_DELETE, REST_GET, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import type { Payload, TypedUser } from 'payload'

import { tokenFor } from './sign-in.ts'

export type RestInit = {
  /** Sent as JSON; a `FormData`, a text or bytes as they are. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Send = (path: string, init?: RestInit) => Promise<Response>

/** Payload's REST, called in process with real requests: access rules, hooks and statuses as over the wire. */
export type RestClient = Readonly<Record<'get' | 'post' | 'patch' | 'put' | 'delete', Send>> & {
  /** The same, signed in as this user by a token. */
  readonly as: (user: Pick<TypedUser, 'id'>) => Promise<RestClient>
}

const handlers = { GET: REST_GET, POST: REST_POST, PATCH: REST_PATCH, PUT: REST_PUT, DELETE: REST_DELETE } as const

const isRaw = (body: unknown): body is string | FormData | Blob | ArrayBuffer =>
  typeof body === 'string' || body instanceof FormData || body instanceof Blob || body instanceof ArrayBuffer

const requestOf = (url: URL, method: string, { body, headers = {} }: RestInit, token?: string): Request => {
  const sent = new Headers({ ...headers, ...(token === undefined ? {} : { authorization: `JWT ${token}` }) })
  if (body === undefined) return new Request(url, { method, headers: sent })
  if (isRaw(body)) return new Request(url, { method, headers: sent, body })
  if (!sent.has('content-type')) sent.set('content-type', 'application/json')
  return new Request(url, { method, headers: sent, body: JSON.stringify(body) })
}

/** A client of `/api/…`: `await rest.get('/api/users?limit=1')`. Not signed in until `as(user)`. */
export const restClient = (payload: Payload, token?: string): RestClient => {
  const { api } = payload.config.routes
  const send =
    (method: keyof typeof handlers): Send =>
    (path, init = {}) => {
      const url = new URL(path, payload.config.serverURL || 'http://127.0.0.1:3000')
      if (!url.pathname.startsWith(`${api}/`)) throw new Error(`${path} is not under ${api}`)
      const slug = url.pathname.slice(api.length + 1).split('/').map(decodeURIComponent)
      return handlers[method](payload.config)(requestOf(url, method, init, token), { params: Promise.resolve({ slug }) })
    }
  return {
    get: send('GET'),
    post: send('POST'),
    patch: send('PATCH'),
    put: send('PUT'),
    delete: send('DELETE'),
    as: async (user) => restClient(payload, await tokenFor(payload, user)),
  }
}
