'use client'

import { useForm } from '#features/forms/use-form.ts'
import { accountTexts } from '#texts/compte.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { PasswordField } from '#ui/form/password-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import styles from './account-page.module.css'
import { signInAction } from './sign-in.action.ts'

/** `next` is the path that was asked for before signing in; the action checks it. */
export function SignInForm({ next }: { readonly next?: string | undefined }) {
  const { state, send, errors } = useForm(signInAction)
  const texts = accountTexts.signIn
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      {next === undefined ? null : <input type="hidden" name="suite" value={next} />}
      <TextField
        name="email"
        type="email"
        label={accountTexts.fields.email}
        error={state.errors.email}
        defaultValue={state.values.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField
        name="password"
        label={accountTexts.fields.password}
        error={state.errors.password}
        autoComplete="current-password"
        required
      />
      <div className={styles.act}>
        <SubmitButton busyLabel={texts.busy}>{texts.submit}</SubmitButton>
        <AppLink href="/mot-de-passe">{texts.forgotten}</AppLink>
      </div>
    </form>
  )
}
