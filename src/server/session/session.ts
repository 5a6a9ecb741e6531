import { cookies, headers } from 'next/headers'
import { createLocalReq, generatePayloadCookie, logoutOperation } from 'payload'
import type { Payload, TypedUser } from 'payload'
import { cache } from 'react'

import { DomainError } from '#domain/domain-error.ts'
import type { Result } from '#domain/result.ts'
import { failure, ok } from '#domain/result.ts'
import { payloadInstance } from '#server/payload.ts'
import { storageErrorOf } from '#server/rate-limit/database-error.ts'
import type { Caller } from '#server/scope/actor.queries.ts'

import { callerOf } from './caller.ts'

/**
 * Who is signed in and what their rights follow from, read once per request however many components ask, by one
 * statement. Next makes the « not found » of every page beside the page: what all pages ask costs all of them.
 */
export const currentCaller = cache(async (): Promise<Caller | null> => callerOf(await payloadInstance(), await headers()))

/** The same person as Payload knows them, for what is done through it. */
export const currentUser = cache(async (): Promise<TypedUser | null> => {
  const payload = await payloadInstance()
  const { user } = await payload.auth({ headers: await headers() })
  return user
})

/** The address that our web server vouches for; the key of rate limits. */
export const clientAddress = async (): Promise<string> => (await headers()).get('x-client-address') ?? 'unknown'

const setSessionCookie = async (payload: Payload, token: string): Promise<void> => {
  const cookie = generatePayloadCookie({
    collectionAuthConfig: payload.collections.users.config.auth,
    cookiePrefix: payload.config.cookiePrefix,
    returnCookieAsObject: true,
    token,
  })
  const store = await cookies()
  store.set(cookie.name, cookie.value ?? '', {
    expires: cookie.expires ? new Date(cookie.expires) : undefined,
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: cookie.secure ?? false,
  })
}

/**
 * Signs a person in and sets the session's cookie. The same refusal for an unknown address and for a wrong
 * password; ACCOUNT_LOCKED after too many tries.
 */
export const signIn = async (credentials: {
  readonly email: string
  readonly password: string
}): Promise<Result<TypedUser, DomainError>> => {
  const payload = await payloadInstance()
  try {
    const { token, user } = await payload.login({ collection: 'users', data: { ...credentials }, overrideAccess: true })
    if (token === undefined || user === undefined) return failure(new DomainError('WRONG_CREDENTIALS'))
    await setSessionCookie(payload, token)
    return ok(user)
  } catch (error) {
    return failure(refusalOf(error, payload))
  }
}

const refusalOf = (error: unknown, payload: Payload): DomainError => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null
  if (status !== 401 && status !== 403) {
    const storage = storageErrorOf(error)
    if (storage === null) throw error
    return storage
  }
  // Payload 3.90 answers a lock and a wrong password with the same status and a minified name; only texts differ.
  const locked = error instanceof Error && error.message === payload.config.i18n.translations.fr?.error?.userLocked
  return locked ? new DomainError('ACCOUNT_LOCKED', { minutes: 15 }) : new DomainError('WRONG_CREDENTIALS')
}

/** Ends the session on the server, then removes its cookie. */
export const signOut = async (): Promise<void> => {
  const payload = await payloadInstance()
  const { user } = await payload.auth({ headers: await headers() })
  if (user) {
    const req = await createLocalReq({ user }, payload)
    await logoutOperation({ allSessions: false, collection: payload.collections.users, req })
  }
  const store = await cookies()
  store.delete(`${payload.config.cookiePrefix}-token`)
}
