'use server'

import { redirect } from 'next/navigation'

import type { FormState } from '#features/forms/form-state.ts'
import { readForm, refused } from '#features/forms/form-state.ts'
import type { AccessLink } from '#server/accounts/access-links.queries.ts'
import { acceptSignedIn, acceptWithPassword } from '#server/accounts/invitations.ts'
import { confirmEmail } from '#server/accounts/passwords.ts'
import { payloadInstance } from '#server/payload.ts'
import { consume } from '#server/rate-limit/consume.ts'
import { clientAddress, currentUser, signIn } from '#server/session/session.ts'

import { newPersonSchema, tokenSchema } from './account-forms.schema.ts'

const placeOf = (link: AccessLink): string =>
  link.organisationNumber === null ? '/admin' : `/espace/${link.organisationNumber}`

const limited = async () =>
  consume({ payload: await payloadInstance(), rule: 'link', keys: { address: await clientAddress() } })

/** Joins as the person who is signed in. */
export const joinAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(tokenSchema, data)
  if (!form.ok) return form.state
  const allowed = await limited()
  if (!allowed.ok) return refused(data, allowed.error)
  const user = await currentUser()
  if (user === null) redirect(`/connexion?suite=${encodeURIComponent(`/invitation/${form.value.token}`)}`)
  const link = await acceptSignedIn(
    { payload: await payloadInstance(), user },
    { token: form.value.token, now: new Date() },
  ).catch((error: unknown) => refused(data, error))
  if ('status' in link) return link
  redirect(placeOf(link))
}

/** Joins with a new account. */
export const joinWithPasswordAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(newPersonSchema, data)
  if (!form.ok) return form.state
  const allowed = await limited()
  if (!allowed.ok) return refused(data, allowed.error)
  const { token, ...person } = form.value
  const link = await acceptWithPassword(await payloadInstance(), { token, person, now: new Date() }).catch(
    (error: unknown) => refused(data, error),
  )
  if ('status' in link) return link
  const signedIn = await signIn({ email: link.email, password: person.password })
  if (!signedIn.ok) return refused(data, signedIn.error)
  redirect(placeOf(link))
}

/** Confirms the address that received the link. */
export const confirmEmailAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(tokenSchema, data)
  if (!form.ok) return form.state
  const allowed = await limited()
  if (!allowed.ok) return refused(data, allowed.error)
  const refusal = await confirmEmail(await payloadInstance(), { token: form.value.token, now: new Date() }).then(
    () => null,
    (error: unknown) => refused(data, error),
  )
  if (refusal !== null) return refusal
  redirect('/espace')
}
