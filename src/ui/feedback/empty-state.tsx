import type { ReactNode } from 'react'
import { Ripples } from '../frame/ripples.tsx'
import { Title } from '../layout/text.tsx'
import styles from './empty-state.module.css'

/** Nothing here yet: what is missing, and what can be done now. There is always an action. */
export function EmptyState({ title, headingLevel = 3, actions, children }: {
  readonly title: ReactNode
  readonly headingLevel?: 2 | 3 | 4
  readonly actions: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <Ripples rings={5} className={styles.ripples} />
      <div className={styles.words}>
        <Title level={headingLevel} size="card">{title}</Title>
        {children ? <div className={styles.text}>{children}</div> : null}
        <div className={styles.actions}>{actions}</div>
      </div>
    </div>
  )
}
