import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import styles from './page-head.module.css'

/** The page's title (its only `h1`), one sentence, and what one can do here, the primary act last. */
export function PageHead({ title, above, lead, trail, kind = 'page', actions }: {
  readonly title: ReactNode
  /** A short line over the title: the chapter of a theme. */
  readonly above?: ReactNode
  readonly lead?: ReactNode
  readonly trail?: readonly Crumb[]
  /** `object` for the page of one thing with a long name: a smaller title. */
  readonly kind?: 'page' | 'object'
  readonly actions?: ReactNode
}) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {trail ? <div className={styles.trail}><Breadcrumb trail={trail} /></div> : null}
        {above ? <p className={styles.above}>{above}</p> : null}
        <h1 className={classNames(kind === 'object' && styles.object)}>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}
