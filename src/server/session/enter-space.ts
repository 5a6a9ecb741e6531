import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'

import { parseOrganisationNumber } from '#domain/identity/organisation-number.rules.ts'
import { payloadInstance } from '#server/payload.ts'
import { scopeFor } from '#server/scope/scope.ts'
import type { Scope } from '#server/scope/scope.ts'

import { currentCaller } from './session.ts'

const scopeOf = cache(async (segment: string): Promise<Scope | 'signed-out' | null> => {
  const number = parseOrganisationNumber(segment)
  if (number === null) return null
  const caller = await currentCaller()
  if (caller === null) return 'signed-out'
  return scopeFor((await payloadInstance()).db.drizzle, caller, number)
})

/** False for an address of a space that the person who asks cannot enter; whoever is signed out is still to be asked. */
export const isForCaller = async (segment: string): Promise<boolean> => (await scopeOf(segment)) !== null

/**
 * The scope of the organisation that an address names: sends people who are not signed in to the sign-in
 * page and back, and answers « not found » to those who have no right there, as for an organisation that doesn't exist.
 */
export const enterSpace = async (segment: string): Promise<Scope> => {
  const scope = await scopeOf(segment)
  if (scope === null) notFound()
  if (scope === 'signed-out') {
    // What our web server wrote on the request (`front-door.ts`).
    const place = (await headers()).get('x-asked-place') ?? `/espace/${parseOrganisationNumber(segment)}`
    redirect(`/connexion?suite=${encodeURIComponent(place)}`)
  }
  return scope
}
