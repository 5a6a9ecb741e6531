import type { ReactNode } from 'react'
import styles from './dock.module.css'

/** The bar at the foot of a long form: progress, save state, the next step. Give it to `Shell` as `dock`. */
export function Dock({ progress, state, next }: {
  readonly progress?: ReactNode
  readonly state?: ReactNode
  readonly next?: ReactNode
}) {
  return (
    <div className={styles.dock}>
      <div className={styles.inside}>
        <div className={styles.progress}>{progress}</div>
        {state}
        {next}
      </div>
    </div>
  )
}
