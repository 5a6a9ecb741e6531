'use client'

import { useForm } from '#features/forms/use-form.ts'
import { subsetTexts, upgradeTexts } from '#texts/passage.ts'
import { SubmitButton } from '#ui/actions/submit-button.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { RadioSet } from '#ui/form/check-box.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'

import styles from '../diagnostic.module.css'
import { changeSubsetAction, upgradeAction } from './upgrade.action.ts'

type Place = { readonly space: string; readonly diagnostic: string }

/** The word of the organisation: this diagnostic, or all of them. */
export function UpgradeForm({ space, diagnostic, revision, version, older }: Place & {
  readonly revision: string
  readonly version: string
  /** Open diagnostics that could go along, this one included. */
  readonly older: number
}) {
  const { state, send, errors } = useForm(upgradeAction)
  const texts = upgradeTexts.confirm
  if (state.status === 'done') return <Note tone="success" live><p>{state.message}</p></Note>
  return (
    <form action={send} className={styles.form}>
      <ErrorSummary errors={errors} />
      <p>{texts.text}</p>
      <input type="hidden" name="space" value={space} />
      <input type="hidden" name="diagnostic" value={diagnostic} />
      <input type="hidden" name="revision" value={revision} />
      <div className={styles.acts}>
        <SubmitButton busyLabel={texts.submitting}>{texts.submit(version)}</SubmitButton>
        {older > 1 ? <SubmitButton variant="secondary" name="all" value="1" busyLabel={texts.submitting}>{texts.all(older)}</SubmitButton> : null}
      </div>
      {older > 1 ? <p className={styles.detail}>{texts.allText}</p> : null}
    </form>
  )
}

/** The whole référentiel, or one of its parts. */
export function SubsetForm({ space, diagnostic, current, options }: Place & {
  /** Empty for the whole. */
  readonly current: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
}) {
  const { send, errors } = useForm(changeSubsetAction)
  return (
    <form action={send} className={styles.form}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="space" value={space} />
      <input type="hidden" name="diagnostic" value={diagnostic} />
      <RadioSet legend={subsetTexts.legend} name="subset" defaultValue={current} options={options} />
      <p>{subsetTexts.promise}</p>
      <div><SubmitButton busyLabel={subsetTexts.submitting}>{subsetTexts.submit}</SubmitButton></div>
    </form>
  )
}
