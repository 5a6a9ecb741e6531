'use client'

import { roles } from '#domain/rights/rights.rules.ts'
import { useForm } from '#features/forms/use-form.ts'
import { teamTexts } from '#texts/equipe.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { RadioSet } from '#ui/form/check-box.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'

import { inviteAction } from './team.action.ts'
import styles from './team.module.css'

export function InviteForm({ space }: { readonly space: string }) {
  const { state, send, errors } = useForm(inviteAction)
  const texts = teamTexts.invite
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      {state.status === 'done' && state.message ? (
        <Note tone="success" live>
          <p>{state.message}</p>
        </Note>
      ) : null}
      <input type="hidden" name="space" value={space} />
      <TextField
        name="email"
        type="email"
        label={texts.email}
        error={state.errors.email}
        defaultValue={state.values.email}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <RadioSet
        legend={texts.role}
        name="role"
        defaultValue={state.values.role ?? 'contributor'}
        error={state.errors.role}
        options={roles.map((value) => ({
          value,
          label: teamTexts.roleName[value],
          hint: teamTexts.roleDoes[value],
        }))}
      />
      <div>
        <SubmitButton icon="paper-plane-tilt" busyLabel={texts.sending}>
          {texts.send}
        </SubmitButton>
      </div>
    </form>
  )
}
