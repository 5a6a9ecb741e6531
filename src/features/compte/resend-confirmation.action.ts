'use server'

import { redirect } from 'next/navigation'

import type { FormState } from '#features/forms/form-state.ts'
import { done, refused } from '#features/forms/form-state.ts'
import { resendConfirmation } from '#server/accounts/passwords.ts'
import { payloadInstance } from '#server/payload.ts'
import { consume } from '#server/rate-limit/consume.ts'
import { clientAddress, currentUser } from '#server/session/session.ts'
import { accountTexts } from '#texts/compte.ts'

/** Sends the person who is signed in the link again that confirms their address. */
export const resendConfirmationAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const user = await currentUser()
  if (user === null) redirect('/connexion')
  const payload = await payloadInstance()
  const { email } = user
  const allowed = await consume({ payload, rule: 'confirm-email', keys: { account: email, address: await clientAddress() } })
  if (!allowed.ok) return refused(data, allowed.error)
  return resendConfirmation(payload, { email, now: new Date() }).then(
    () => done(accountTexts.resendConfirmation.sent(email)),
    (error: unknown) => refused(data, error),
  )
}
