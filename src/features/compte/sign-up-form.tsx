'use client'

import { useForm } from '#features/forms/use-form.ts'
import { accountTexts } from '#texts/compte.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Text } from '#ui/layout/text.tsx'

import styles from './account-page.module.css'
import { NameFields, NewPasswordField } from './person-fields.tsx'
import { signUpAction } from './sign-up.action.ts'

export function SignUpForm() {
  const { state, send, errors } = useForm(signUpAction)
  const texts = accountTexts.signUp
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      <fieldset className={styles.group}>
        <legend className={styles.groupTitle}>{texts.organisationGroup}</legend>
        <TextField
          name="organisation"
          label={texts.organisation}
          error={state.errors.organisation}
          defaultValue={state.values.organisation}
          autoComplete="organization"
          maxLength={200}
          required
        />
        <TextField
          name="headcount"
          label={texts.headcount}
          hint={texts.headcountHint}
          error={state.errors.headcount}
          defaultValue={state.values.headcount}
          inputMode="numeric"
          autoComplete="off"
          optional
          short
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.groupTitle}>{texts.personGroup}</legend>
        <NameFields state={state} />
        <TextField
          name="email"
          type="email"
          label={accountTexts.fields.email}
          hint={texts.emailHint}
          error={state.errors.email}
          defaultValue={state.values.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <NewPasswordField state={state} label={accountTexts.fields.password} />
      </fieldset>
      <Text size="sm" soft>
        {texts.role}
      </Text>
      <div className={styles.act}>
        <SubmitButton busyLabel={texts.busy}>{texts.submit}</SubmitButton>
      </div>
      <Text size="sm" soft>
        {texts.afterwards}
      </Text>
    </form>
  )
}
