import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import styles from './dock.module.css'

/** The bar at the foot of a long form: progress, save state, the next step. Give it to `Shell` as `dock`. */
export function Dock({ progress, state, next }: {
  readonly progress?: ReactNode
  readonly state?: ReactNode
  readonly next?: ReactNode
}) {
  return (
    <section className={styles.dock} aria-label={uiTexts.dock}>
      <div className={styles.inside}>
        <div className={styles.progress}>{progress}</div>
        {state}
        {next}
      </div>
    </section>
  )
}
