'use client'

import { useForm } from '#features/forms/use-form.ts'
import { accountTexts } from '#texts/compte.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Text } from '#ui/layout/text.tsx'

import styles from './account-page.module.css'
import { resetPasswordAction } from './password.action.ts'
import { NewPasswordField } from './person-fields.tsx'

/** `email` is there for password managers, which file the new password under it. */
export function ResetPasswordForm({ token, email }: { readonly token: string; readonly email: string }) {
  const { state, send, errors } = useForm(resetPasswordAction)
  const texts = accountTexts.reset
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <NewPasswordField state={state} label={accountTexts.fields.newPassword} />
      <Text size="sm" soft>
        {texts.sessions}
      </Text>
      <div className={styles.act}>
        <SubmitButton busyLabel={texts.busy}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
