import { useId } from 'react'
import { classNames } from '../class-names.ts'
import { Hidden } from '../layout/layout.tsx'
import styles from './progress.module.css'

/** How far something is, always with the figure in words (« 27 sur 35 », « 60 % »). */
export function Progress({ label, figure, value, max = 100, thin = false, layout = 'above' }: {
  readonly label: string
  readonly figure: string
  readonly value: number
  readonly max?: number
  readonly thin?: boolean
  /** `above`: label and figure over the bar; `inline`: the figure before it, the label for screen readers alone. */
  readonly layout?: 'above' | 'inline'
}) {
  const id = useId()
  return (
    <div className={classNames(styles.progress, layout === 'inline' && styles.inline)}>
      {layout === 'above' ? (
        <span className={styles.words}>
          <span id={id}>{label}</span>
          <span className={styles.figure}>{figure}</span>
        </span>
      ) : (
        <span className={styles.figure}><Hidden id={id}>{label}</Hidden>{figure}</span>
      )}
      <progress className={classNames(styles.bar, thin && styles.thin)} aria-labelledby={id} value={value} max={max}>
        {figure}
      </progress>
    </div>
  )
}
