'use client'

import { useEffect, useRef } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Note } from '../feedback/note.tsx'
import { fieldId } from './field-id.ts'
import styles from './error-summary.module.css'

export type FormError = {
  /** The field's name (its id is then `champ-<name>`), or left out for a sentence about the whole form. */
  readonly name?: string
  readonly message: string
}

/** Above a form that was refused: what is to be corrected, each with a link to its field. It takes the focus. */
export function ErrorSummary({ errors, title, takesFocus = true }: {
  readonly errors: readonly FormError[]
  readonly title?: string
  readonly takesFocus?: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [errors, takesFocus])
  if (errors.length === 0) return null
  const aboutFields = errors.filter((error) => error.name !== undefined)
  const heading = title ?? (aboutFields.length > 0 ? uiTexts.errorSummary(aboutFields.length) : undefined)
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <Note tone="error" title={heading}>
        <ul className={styles.list}>
          {errors.map(({ name, message }) => (
            <li key={`${name ?? ''}${message}`}>{name ? <a href={`#${fieldId(name)}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </Note>
    </div>
  )
}
