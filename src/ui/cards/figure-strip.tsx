import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './list.module.css'

export type StripFigure = {
  readonly key: string
  readonly figure: ReactNode
  /** « sur 15 », small, after the figure. */
  readonly of?: string
  /** The figure is words (a date): smaller. */
  readonly isWords?: boolean
  /** What it counts: words or a status. */
  readonly detail: ReactNode
}

/** Up to four large figures side by side. */
export function FigureStrip({ figures }: { readonly figures: readonly StripFigure[] }) {
  return (
    <ul className={styles.strip}>
      {figures.map(({ key, figure, of, isWords, detail }) => (
        <li key={key}>
          <span className={classNames(styles.figure, isWords && styles.wordy)}>
            {figure}
            {of ? <small>{` ${of}`}</small> : null}
          </span>
          <span className={styles.detail}>{detail}</span>
        </li>
      ))}
    </ul>
  )
}

/** Small counters, one per line: « 39 maturités renseignées ». */
export function Counts({ counts }: { readonly counts: readonly { readonly value: number; readonly label: string }[] }) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ value, label }) => [
        <dt key={`${label}-value`} className={value === 0 ? styles.zero : undefined}>{value}</dt>,
        <dd key={label} className={value === 0 ? styles.zero : undefined}>{label}</dd>,
      ])}
    </dl>
  )
}
