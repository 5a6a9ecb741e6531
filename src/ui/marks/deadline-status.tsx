import type { ReactNode } from 'react'
import { deadlineTexts } from '#texts/deadlines.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import styles from './status.module.css'

export type Deadline = 'late' | 'early' | 'onTime' | 'unknown'

const icons: Readonly<Record<Deadline, IconName>> = {
  late: 'warning-octagon', early: 'fast-forward', onTime: 'check-circle', unknown: 'minus',
}

/** Where an action stands against its deadline. A status declared by hand says so, with the computed one beside it. */
export function DeadlineStatus({ status, declaredOver, children }: {
  readonly status: Deadline
  /** The computed status, when `status` was declared by hand. */
  readonly declaredOver?: Deadline
  /** Instead of the status' own words, for instance « Échéance : juillet 2026 ». */
  readonly children?: ReactNode
}) {
  const mark = (
    <span className={classNames(styles.status, styles[status])}>
      <Icon name={icons[status]} size="s" />
      {children ?? deadlineTexts.deadline[status]}
    </span>
  )
  if (!declaredOver) return mark
  return (
    <span className={styles.declaredLine}>
      {mark}
      <span className={styles.declared}>{`${deadlineTexts.declared}, ${deadlineTexts.computedAs(deadlineTexts.deadline[declaredOver])}`}</span>
    </span>
  )
}
