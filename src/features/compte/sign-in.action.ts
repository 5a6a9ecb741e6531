'use server'

import { redirect } from 'next/navigation'

import type { FormState } from '#features/forms/form-state.ts'
import { readForm, refused } from '#features/forms/form-state.ts'
import { payloadInstance } from '#server/payload.ts'
import { consume, giveBack } from '#server/rate-limit/consume.ts'
import { clientAddress, signIn } from '#server/session/session.ts'

import { signInSchema } from './account-forms.schema.ts'
import { nextPlace } from './next-place.rules.ts'

/** Signs in and goes where the person wanted to go, or to their space. */
export const signInAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(signInSchema, data)
  if (!form.ok) return form.state
  const { email, password, suite } = form.value
  const attempt = {
    payload: await payloadInstance(),
    rule: 'sign-in',
    keys: { account: email, address: await clientAddress() },
  } as const
  const allowed = await consume(attempt)
  if (!allowed.ok) return refused(data, allowed.error)
  const signedIn = await signIn({ email, password })
  if (!signedIn.ok) return refused(data, signedIn.error)
  await giveBack(attempt)
  redirect(nextPlace(suite, '/espace'))
}
