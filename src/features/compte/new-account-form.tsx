'use client'

import { useForm } from '#features/forms/use-form.ts'
import { accountTexts } from '#texts/compte.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'

import styles from './account-page.module.css'
import { joinWithPasswordAction } from './invitation.action.ts'
import { NameFields, NewPasswordField } from './person-fields.tsx'

/** The account that an invitation opens; its address is the one that received the link, so it isn't asked. */
export function NewAccountForm({
  token,
  email,
  label,
}: {
  readonly token: string
  readonly email: string
  readonly label: string
}) {
  const { state, send, errors } = useForm(joinWithPasswordAction)
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <NameFields state={state} />
      <NewPasswordField state={state} label={accountTexts.fields.password} />
      <div className={styles.act}>
        <SubmitButton busyLabel={accountTexts.invitation.creating}>{label}</SubmitButton>
      </div>
    </form>
  )
}
