import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Icon } from '../icons/icon.tsx'
import styles from './field.module.css'

/** What every field takes around its control. */
export type FieldFrame = {
  readonly label: ReactNode
  /** Stands under the label, before the control. */
  readonly hint?: ReactNode
  /** One sentence that says what to do: brick edge, icon, `aria-invalid`. */
  readonly error?: string | undefined
  /** Adds « (facultatif) » : fields are required unless it is said. */
  readonly optional?: boolean
  /** That the text is cut here; see `fullText`. */
  readonly full?: string | undefined
  /** A `SaveStatus`, at the left of the foot line. */
  readonly save?: ReactNode
  /** A `Presence`, at its right. */
  readonly presence?: ReactNode
}

/** That a text has reached the length at which the browser cuts what is typed or pasted, without a word. */
export const fullText = (value: unknown, maxLength: number | undefined): string | undefined =>
  maxLength !== undefined && typeof value === 'string' && value.length >= maxLength ? uiTexts.full(maxLength) : undefined

/** What a control needs so that its label, hint and error reach screen readers. */
export type ControlLinks = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label, hint, control, foot line. Own controls go in as a function of the attributes that tie them to it. */
export function Field({ id, label, hint, error, optional, full, save, presence, children }: FieldFrame & {
  readonly id: string
  readonly children: (links: ControlLinks) => ReactNode
}) {
  const hintId = hint ? `${id}-aide` : undefined
  const errorId = error ? `${id}-erreur` : undefined
  const described = [hintId, errorId].filter((each) => each !== undefined).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional ? <span className={styles.optional}>{` ${uiTexts.optional}`}</span> : null}
      </label>
      {hint ? <p id={hintId} className={styles.hint}>{hint}</p> : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {full ? <p role="alert" className={styles.full}>{full}</p> : null}
      {save || presence ? <div className={styles.foot}><span role="status">{save}</span>{presence}</div> : null}
    </div>
  )
}

/** The sentence under a field that has to be corrected. */
export function FieldError({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  return (
    <p id={id} className={styles.error}>
      <Icon name="warning-octagon" size="s" />
      <span>{children}</span>
    </p>
  )
}
