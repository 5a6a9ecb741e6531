'use client'

import { useForm } from '#features/forms/use-form.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'

import styles from './diagnostic.module.css'
import { newCampaign } from './form-names.ts'
import { ProfileFields } from './profile/fields-of-profile.tsx'
import type { ProfileFieldView } from './profile-fields.ts'
import { startDiagnosticAction } from './start.action.ts'

const texts = diagnosticTexts.create

type CampaignChoice = { readonly id: string; readonly label: string }

/** Campaign and profile: the second step of a start. */
export function StartForm({ space, referentiel, establishment, running, campaigns, defaults, profile }: {
  readonly space: string
  readonly referentiel: string
  readonly establishment: string
  /** Campaigns that a diagnostic may join. */
  readonly running: readonly CampaignChoice[]
  /** All of them, the latest first: one may be followed. */
  readonly campaigns: readonly CampaignChoice[]
  readonly defaults: { readonly label: string; readonly startOn: string; readonly endOn: string }
  readonly profile: readonly ProfileFieldView[]
}) {
  const { state, send, errors } = useForm(startDiagnosticAction)
  const { values } = state
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="space" value={space} />
      <input type="hidden" name="referentiel" value={referentiel} />
      <input type="hidden" name="establishment" value={establishment} />
      {running.length === 0 ? (
        <input type="hidden" name="campaign" value={newCampaign} />
      ) : (
        <div className={styles.campaign}>
          <SelectField
            name="campaign"
            label={texts.campaign}
            hint={texts.campaignHint}
            error={state.errors.campaign}
            defaultValue={values.campaign ?? running[0]?.id ?? newCampaign}
            options={[...running.map(({ id, label }) => ({ value: id, label })), { value: newCampaign, label: texts.newCampaign }]}
          />
        </div>
      )}
      <fieldset className={`${styles.group} ${running.length === 0 ? '' : styles.newCampaign}`}>
        <legend>{texts.newCampaign}</legend>
        <TextField
          name="label"
          label={texts.label}
          hint={running.length === 0 ? texts.campaignHint : undefined}
          error={state.errors.label}
          defaultValue={values.label ?? defaults.label}
          maxLength={200}
        />
        <div className={styles.pair}>
          <TextField name="startOn" type="date" label={texts.startOn} error={state.errors.startOn} defaultValue={values.startOn ?? defaults.startOn} />
          <TextField name="endOn" type="date" label={texts.endOn} error={state.errors.endOn} defaultValue={values.endOn ?? defaults.endOn} />
        </div>
        <TextField
          name="assemblyOn"
          type="date"
          label={texts.assemblyOn}
          hint={texts.assemblyHint}
          optional
          error={state.errors.assemblyOn}
          defaultValue={values.assemblyOn}
        />
        {campaigns.length === 0 ? null : (
          <SelectField
            name="previous"
            label={texts.previous}
            defaultValue={values.previous ?? campaigns[0]?.id}
            options={[...campaigns.map(({ id, label }) => ({ value: id, label })), { value: '', label: texts.noPrevious }]}
          />
        )}
      </fieldset>
      {profile.length === 0 ? null : (
        <fieldset className={styles.group}>
          <legend>{texts.profile}</legend>
          <p>{texts.profileHint}</p>
          <ProfileFields fields={profile} state={state} />
        </fieldset>
      )}
      <div><SubmitButton busyLabel={texts.submitting} iconAfter="arrow-right">{texts.submit}</SubmitButton></div>
    </form>
  )
}
