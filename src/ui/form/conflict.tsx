import type { ReactNode } from 'react'
import styles from './conflict.module.css'

/** Two persons wrote in the same field: both texts, and what one may keep (« Garder les deux » first). */
export function Conflict({ theirs, mine, actions }: {
  readonly theirs: { readonly heading: ReactNode; readonly text: ReactNode }
  readonly mine: { readonly heading: ReactNode; readonly text: ReactNode }
  readonly actions: ReactNode
}) {
  return (
    <div className={styles.conflict} role="group">
      <p><b>{theirs.heading}</b> <span className={styles.version}>{theirs.text}</span></p>
      <p><b>{mine.heading}</b> <span className={styles.version}>{mine.text}</span></p>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
