import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'

import { parseOrganisationNumber } from '#domain/identity/organisation-number.rules.ts'
import { payloadInstance } from '#server/payload.ts'
import { scopeFor } from '#server/scope/scope.ts'
import type { Scope } from '#server/scope/scope.ts'

import { currentCaller } from './session.ts'

/**
 * The scope of the organisation that an address names: sends people who are not signed in to the sign-in
 * page and back, and answers « not found » to those who have no right there, as for an organisation that doesn't exist.
 */
export const enterSpace = cache(async (segment: string): Promise<Scope> => {
  const number = parseOrganisationNumber(segment)
  if (number === null) notFound()
  const caller = await currentCaller()
  if (caller === null) {
    // What our web server wrote on the request (`front-door.ts`).
    const place = (await headers()).get('x-asked-place') ?? `/espace/${number}`
    redirect(`/connexion?suite=${encodeURIComponent(place)}`)
  }
  const scope = await scopeFor((await payloadInstance()).db.drizzle, caller, number)
  return scope ?? notFound()
})
