'use server'

import { redirect } from 'next/navigation'

import type { FormState } from '#features/forms/form-state.ts'
import { done, readForm, refused } from '#features/forms/form-state.ts'
import { requestPassword, resetPassword } from '#server/accounts/passwords.ts'
import { payloadInstance } from '#server/payload.ts'
import { consume } from '#server/rate-limit/consume.ts'
import { clientAddress, signIn } from '#server/session/session.ts'
import { accountTexts } from '#texts/compte.ts'

import { requestPasswordSchema, resetPasswordSchema } from './account-forms.schema.ts'

/** Sends the link for a new password; says the same whether the address has an account or not. */
export const requestPasswordAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(requestPasswordSchema, data)
  if (!form.ok) return form.state
  const payload = await payloadInstance()
  const { email } = form.value
  const allowed = await consume({
    payload,
    rule: 'forgot-password',
    keys: { account: email, address: await clientAddress() },
  })
  if (!allowed.ok) return refused(data, allowed.error)
  return requestPassword(payload, { email, now: new Date() }).then(
    () => done(accountTexts.forgotten.sent),
    (error: unknown) => refused(data, error),
  )
}

/** Sets the new password and signs in with it. */
export const resetPasswordAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(resetPasswordSchema, data)
  if (!form.ok) return form.state
  const payload = await payloadInstance()
  const allowed = await consume({ payload, rule: 'link', keys: { address: await clientAddress() } })
  if (!allowed.ok) return refused(data, allowed.error)
  const { token, password } = form.value
  const reset = await resetPassword(payload, { token, password, now: new Date() }).catch((error: unknown) =>
    refused(data, error),
  )
  if ('status' in reset) return reset
  const signedIn = await signIn({ email: reset.email, password })
  if (!signedIn.ok) return refused(data, signedIn.error)
  redirect('/espace')
}
