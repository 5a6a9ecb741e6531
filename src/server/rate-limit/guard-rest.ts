import { DomainError, isDomainError, statusOfError } from '#domain/domain-error.ts'
import type { Result } from '#domain/result.ts'
import { tellFailure } from '#server/log/tell-failure.ts'

import { accountInBody } from './account-in-body.ts'
import { bodyLimit, boundedBody } from './bounded-body.ts'
import { consume, giveBack, type RateLimitHost, type RateLimitKeys } from './consume.ts'
import { storageErrorOf } from './database-error.ts'
import type { RateLimitRule, RateLimits } from './limits.ts'
import { refusal } from './refusal.ts'
import { restUse, type RestUse } from './rest-rule.rules.ts'
import { signedInKey } from './signed-in-key.ts'
import { requireSound } from './sound-input.ts'

type Host = RateLimitHost & { readonly config: { readonly cookiePrefix: string } }

export type GuardOptions = {
  /** Where the limits are counted. @default the process's Payload */
  readonly payload?: () => Promise<Host>
  /**
   * The handler takes the body as bytes, not from its request, and mends itself what people paste: nothing that they typed is refused for
   * a character that nobody sees.
   */
  readonly takesBytes?: true
  /** @default `rateLimits` */
  readonly limits?: RateLimits
}

type Bytes = Uint8Array<ArrayBuffer>

type Handler<Context> = (request: Request, context: Context, body: Bytes | null) => Promise<Response>

/** `held`: the body, from a caller who has read it already; the request then has none. */
type Guarded<Context> = (request: Request, context: Context, held?: Bytes) => Promise<Response>

// Only when a request comes: the configuration belongs to the application, and tests bring their own.
const processPayload = async (): Promise<Host> => (await import('#server/payload.ts')).payloadInstance()

const overrides = ['x-http-method-override', 'x-payload-http-method-override']

const useOf = (request: Request): RestUse =>
  restUse({
    method: request.method.toUpperCase(),
    pathname: new URL(request.url).pathname,
    isReadByPost: request.method === 'POST' && overrides.some((name) => request.headers.get(name) === 'GET'),
  })

/** Payload parses these parameters without a guard of its own, and would answer 500. */
const hasBrokenJson = (request: Request): boolean =>
  ['where', 'data'].some((name) => {
    const text = new URL(request.url).searchParams.get(name)
    if (text === null || text === '') return false
    try {
      JSON.parse(text)
      return false
    } catch {
      return true
    }
  })

/** Payload answers an address without an endpoint in English, and names its server (« Cannot GET http://… »). */
const leadsNowhere = async (response: Response): Promise<boolean> => {
  if (response.status === 501) return true
  if (response.status !== 404) return false
  return (await response.clone().text()).startsWith('{"message":"Route not found')
}

type Counted = { readonly rule: RateLimitRule; readonly keys: RateLimitKeys }

const countedBy = async (request: Request, use: RestUse, body: Bytes | null, host: Host): Promise<Counted> => {
  const address = request.headers.get('x-client-address') ?? undefined
  switch (use.kind) {
    case 'account': {
      const account = await accountInBody(request.headers, body)
      // Whoever cannot be counted is not let in: Payload might read a name where we read none.
      if (account === undefined) throw new DomainError('INVALID_INPUT')
      return { rule: use.rule, keys: { address, account } }
    }
    case 'link':
      return { rule: 'link', keys: { address } }
    case 'write': {
      const account = signedInKey(request.headers, host, new Date())
      return account === undefined ? { rule: 'request', keys: { address } } : { rule: 'write', keys: { account } }
    }
    case 'read':
    case 'forbidden':
      return { rule: 'request', keys: { address } }
  }
}

const valueOf = <T>(result: Result<T, DomainError>): T => {
  if (!result.ok) throw result.error
  return result.value
}

const withBody = (request: Request, body: Bytes | null): Request => {
  if (body === null) return request
  const { method, headers, signal } = request
  return new Request(request.url, { method, headers, signal, body })
}

/** What is answered for an error; a failure leaves its line in the log, and an answer with a body like every other. */
const toldFailure = (error: unknown): DomainError => {
  const told = isDomainError(error) ? error : (storageErrorOf(error) ?? new DomainError('UNEXPECTED', {}, { cause: error }))
  if (statusOfError[told.code] >= 500) tellFailure('request failed', error, { code: told.code })
  return told
}

/**
 * Stands before a handler of `/api`: bounds the body by counting it, applies the rate limits by path, and tells
 * every refusal in Payload's own shape with a code and a French sentence. `first-register` is always refused, and so are
 * Payload's own ways to a new password; an address that leads nowhere is told in French too.
 */
export const guardRest =
  <Context>(handler: Handler<Context>, options: GuardOptions = {}): Guarded<Context> =>
  async (request, context, held) => {
    try {
      const use = useOf(request)
      if (use.kind === 'forbidden') throw new DomainError('FORBIDDEN')
      if (hasBrokenJson(request)) throw new DomainError('INVALID_INPUT')
      const body = valueOf(await boundedBody(request, bodyLimit(request.headers), held))
      if (!options.takesBytes) requireSound(request, body)
      const payload = await (options.payload ?? processPayload)()
      const counted = { payload, limits: options.limits, ...(await countedBy(request, use, body, payload)) }
      valueOf(await consume(counted))
      const response = await handler(options.takesBytes ? request : withBody(request, body), context, body)
      if (counted.rule === 'sign-in' && response.ok) await giveBack(counted)
      return (await leadsNowhere(response)) ? refusal(new DomainError('NOT_FOUND')) : response
    } catch (error) {
      return refusal(toldFailure(error))
    }
  }
