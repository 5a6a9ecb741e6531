'use client'

import type { ReactNode } from 'react'

import { Icon } from '../ui/icon.tsx'
import type { FieldPlace } from './field-place.ts'
import { useFieldFinding } from './field-place.ts'
import styles from './fields.module.css'

/** The names of a field's foot, for `aria-describedby`. */
export const describedBy = (id: string, { hint, error }: { readonly hint: boolean; readonly error: boolean }): string | undefined =>
  [...(hint ? [`${id}:aide`] : []), ...(error ? [`${id}:constat`] : [])].join(' ') || undefined

/** Label above, help and what is wrong below. */
export function FieldFrame({ id, label, hint, error, width, children }: {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly width?: 'half' | 'third' | 'most' | undefined
  readonly children: ReactNode
}) {
  return (
    <div className={`${styles.field} ${width === undefined ? '' : styles[width]}`}>
      <label className={styles.label} htmlFor={id}>{label}</label>
      {children}
      {hint === undefined ? null : <p className={styles.hint} id={`${id}:aide`}>{hint}</p>}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { readonly id: string; readonly error?: string | undefined }) {
  return error === undefined ? null : (
    <p className={styles.error} id={`${id}:constat`}>
      <Icon name="warning-octagon" />
      <span>{error}</span>
    </p>
  )
}

/** Several controls under one name. */
export function GroupFrame({ id, label, hint, error, children }: {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1}>
      <legend className={styles.label}>{label}</legend>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

/** What the checks say of a field. */
export const useError = (place: FieldPlace): string | undefined => useFieldFinding(place)?.message
