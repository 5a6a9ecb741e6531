import type { ReactNode } from 'react'
import styles from './list.module.css'

/** A section's title with a small fact or an act at its right (« 5 tâches »). */
export function SectionHead({ title, id, aside }: {
  readonly title: ReactNode
  readonly id?: string
  readonly aside?: ReactNode
}) {
  return (
    <div className={styles.head}>
      <h2 id={id}>{title}</h2>
      {aside ? <div className={styles.aside}>{aside}</div> : null}
    </div>
  )
}
