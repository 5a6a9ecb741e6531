'use client'

import type { FormState } from '#features/forms/form-state.ts'
import { useForm } from '#features/forms/use-form.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'

import styles from './account-page.module.css'

/** One button that uses a link up: opening the page alone never does. */
export function TokenForm({
  token,
  action,
  label,
  busyLabel,
}: {
  readonly token: string
  readonly action: (previous: FormState, data: FormData) => Promise<FormState>
  readonly label: string
  readonly busyLabel: string
}) {
  const { send, errors } = useForm(action)
  return (
    <form action={send} className={styles.form}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      <div className={styles.act}>
        <SubmitButton busyLabel={busyLabel}>{label}</SubmitButton>
      </div>
    </form>
  )
}
