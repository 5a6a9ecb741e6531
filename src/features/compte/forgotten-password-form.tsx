'use client'

import { useForm } from '#features/forms/use-form.ts'
import { accountTexts } from '#texts/compte.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import styles from './account-page.module.css'
import { requestPasswordAction } from './password.action.ts'

export function ForgottenPasswordForm() {
  const { state, send, errors } = useForm(requestPasswordAction)
  const texts = accountTexts.forgotten
  if (state.status === 'done') {
    return (
      <>
        <Note tone="success" icon="envelope-simple" title={texts.sentTitle} live>
          <p>{state.message}</p>
        </Note>
        <p>{texts.notReceived}</p>
        {/* A whole new page: the form comes back empty, with or without JavaScript. */}
        <div className={styles.act}>
          <a href="/mot-de-passe">{texts.again}</a>
          <AppLink href="/connexion">{texts.back}</AppLink>
        </div>
      </>
    )
  }
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
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
      <div className={styles.act}>
        <SubmitButton busyLabel={texts.busy}>{texts.submit}</SubmitButton>
        <AppLink href="/connexion">{texts.back}</AppLink>
      </div>
    </form>
  )
}
