import type { ReactNode } from 'react'

import type { SitePlace } from '#features/site/site-frame.tsx'
import { SiteFrame } from '#features/site/site-frame.tsx'
import { PageHead } from '#ui/frame/page-head.tsx'

import styles from './account-page.module.css'

/** The frame of every access page: a title, one sentence, one card, and what else one may have come for. */
export function AccountPage({
  current,
  title,
  lead,
  below,
  children,
}: {
  readonly current?: SitePlace
  readonly title: string
  readonly lead?: ReactNode
  readonly below?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <SiteFrame width="form" current={current}>
      <PageHead title={title} lead={lead} />
      <div className={styles.card}>{children}</div>
      {below ? <p className={styles.below}>{below}</p> : null}
    </SiteFrame>
  )
}
