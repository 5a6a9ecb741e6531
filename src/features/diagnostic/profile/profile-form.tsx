'use client'

import { useForm } from '#features/forms/use-form.ts'
import { profileTexts as texts } from '#texts/profil.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'

import styles from '../diagnostic.module.css'
import type { ProfileFieldView } from '../profile-fields.ts'
import { ProfileFields } from './fields-of-profile.tsx'
import { changeProfileAction } from './profile.action.ts'

/** What a diagnostic knows of the organisation, to be completed while it is open. */
export function ProfileForm({ space, diagnostic, theme, criterion, fields, back }: {
  readonly space: string
  readonly diagnostic: string
  /** Where one came from; empty for nowhere in particular. */
  readonly theme: string
  readonly criterion: string
  readonly fields: readonly ProfileFieldView[]
  readonly back: string
}) {
  const { state, send, errors } = useForm(changeProfileAction)
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="space" value={space} />
      <input type="hidden" name="diagnostic" value={diagnostic} />
      <input type="hidden" name="theme" value={theme} />
      <input type="hidden" name="criterion" value={criterion} />
      <ProfileFields fields={fields} state={state} />
      <p>{texts.promise}</p>
      <div className={styles.acts}>
        <SubmitButton busyLabel={texts.submitting}>{texts.submit}</SubmitButton>
        <LinkButton variant="quiet" href={back}>{texts.back}</LinkButton>
      </div>
    </form>
  )
}
