import type { FormState } from '#features/forms/form-state.ts'
import { accountTexts } from '#texts/compte.ts'
import { PasswordField } from '#ui/form/password-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'

import styles from './account-page.module.css'

/** First and last name, side by side where there is room. */
export function NameFields({ state }: { readonly state: FormState }) {
  return (
    <div className={styles.pair}>
      <TextField
        name="firstName"
        label={accountTexts.fields.firstName}
        error={state.errors.firstName}
        defaultValue={state.values.firstName}
        autoComplete="given-name"
        required
      />
      <TextField
        name="lastName"
        label={accountTexts.fields.lastName}
        error={state.errors.lastName}
        defaultValue={state.values.lastName}
        autoComplete="family-name"
        required
      />
    </div>
  )
}

/** A password to choose: its rule is said before, not after the fact. */
export function NewPasswordField({ state, label }: { readonly state: FormState; readonly label: string }) {
  return (
    <PasswordField
      name="password"
      label={label}
      hint={accountTexts.fields.passwordRule}
      error={state.errors.password}
      autoComplete="new-password"
      required
    />
  )
}
