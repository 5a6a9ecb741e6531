'use client'

import { useForm } from '#features/forms/use-form.ts'
import { accountTexts } from '#texts/compte.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'

import { resendConfirmationAction } from './resend-confirmation.action.ts'

const texts = accountTexts.resendConfirmation

/** For whoever never got, or no longer finds, the message that confirms their address. */
export function ResendConfirmation() {
  const { state, send, errors } = useForm(resendConfirmationAction)
  if (state.status === 'done') return <p role="status">{state.message}</p>
  return (
    <form action={send}>
      <ErrorSummary errors={errors} />
      <SubmitButton variant="secondary" dense icon="paper-plane-tilt" busyLabel={texts.busy}>
        {texts.send}
      </SubmitButton>
    </form>
  )
}
