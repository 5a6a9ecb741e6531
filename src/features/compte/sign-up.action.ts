'use server'

import { redirect } from 'next/navigation'

import type { FormState } from '#features/forms/form-state.ts'
import { readForm, refused } from '#features/forms/form-state.ts'
import { signUp } from '#server/accounts/sign-up.ts'
import { payloadInstance } from '#server/payload.ts'
import { consume } from '#server/rate-limit/consume.ts'
import { clientAddress, signIn } from '#server/session/session.ts'

import { signUpSchema } from './account-forms.schema.ts'

/** Opens the discovery offer, signs in and enters the new space. */
export const signUpAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(signUpSchema, data)
  if (!form.ok) return form.state
  const payload = await payloadInstance()
  const { email, password } = form.value
  const allowed = await consume({ payload, rule: 'sign-up', keys: { account: email, address: await clientAddress() } })
  if (!allowed.ok) return refused(data, allowed.error)
  const opened = await signUp(payload, { form: form.value, now: new Date() }).catch((error: unknown) =>
    refused(data, error, 'email'),
  )
  if ('status' in opened) return opened
  const signedIn = await signIn({ email, password })
  if (!signedIn.ok) return refused(data, signedIn.error)
  redirect(`/espace/${opened.organisationNumber}`)
}
