/**
 * The two endpoints that save a field, called straight from the front door: Next's way to a route costs more than all that
 * saving does. Their code stands in Next's bundle alone, so their routes hand it over when they are first asked; Next answers
 * until then, and for whatever is not recognised here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { RequestHandler } from './front-door.ts'

type Kind = 'answers' | 'assessments'

type Parameters = { readonly diagnostic: string; readonly code: string }

/** What a route of Next exports, which takes the body by itself too: a request with a body is a stream, made and read for nothing. */
type Save = (request: Request, context: { readonly params: Promise<Parameters> }, held?: Uint8Array<ArrayBuffer>) => Promise<Response>

// On the process: the web server and the bundle that it runs hold two copies of this module.
const placeOf = (kind: Kind): symbol => Symbol.for(`ess-pratiques.save-${kind}`)

/** The route as it came; the front door calls it itself from now on. */
export const handedOver = (kind: Kind, save: Save): Save => {
  Reflect.set(globalThis, placeOf(kind), save)
  return save
}

const isSave = (kept: unknown): kept is Save => typeof kept === 'function'

const saveFor = (kind: Kind): Save | null => {
  const kept: unknown = Reflect.get(globalThis, placeOf(kind))
  return isSave(kept) ? kept : null
}

/** A code that is written in another way than it is read, or that means a place, is for Next to read. */
const savePath = /^\/api\/diagnostics\/(?<diagnostic>[\w-]+)\/(?<kind>answers|assessments)\/(?<code>[\w~-][\w.~-]*)$/

/** What a request saves; null when it is none of ours. */
export const saveOf = (method: string | undefined, url: string | undefined): (Parameters & { readonly kind: Kind }) | null => {
  const { diagnostic, kind, code } = (method === 'PUT' && savePath.exec(url ?? '')?.groups) || {}
  if (diagnostic === undefined || code === undefined) return null
  return kind === 'answers' || kind === 'assessments' ? { diagnostic, kind, code } : null
}

/** Undefined when the client went away before it was whole. The front door has bounded it. */
const bodyOf = async (incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> => {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of incoming) if (piece instanceof Uint8Array) pieces.push(piece)
  } catch {
    return undefined
  }
  return Buffer.concat(pieces)
}

const requestOf = (incoming: IncomingMessage): Request => {
  const { host, 'x-forwarded-proto': protocol } = incoming.headers
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return new Request(`${String(protocol)}://${String(host)}${incoming.url ?? '/'}`, { method: 'PUT', headers })
}

const send = async (response: ServerResponse, answer: Response): Promise<void> => {
  const body = await answer.text()
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** Answers what saves a field, as soon as its route was handed over; the rest goes to `otherwise`. */
export const savesFirst =
  (otherwise: RequestHandler): RequestHandler =>
  async (incoming, response) => {
    const params = saveOf(incoming.method, incoming.url)
    const save = params === null ? null : saveFor(params.kind)
    if (params === null || save === null) return otherwise(incoming, response)
    const body = await bodyOf(incoming)
    // It came too slowly, and was told so.
    if (body === undefined || response.headersSent) return
    await send(response, await save(requestOf(incoming), { params: Promise.resolve(params) }, body))
  }
