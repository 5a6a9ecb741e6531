import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import styles from './note.module.css'

/** What a note is about; the icon follows unless another is given. */
export type NoteTone = 'info' | 'attention' | 'error' | 'stakeholder' | 'success'

const icons: Readonly<Record<NoteTone, IconName>> = {
  info: 'info', attention: 'warning', error: 'warning-octagon', stakeholder: 'chats-circle', success: 'check-circle',
}

/** A message that belongs to the page. `live` has it read out when it appears after an act. */
export function Note({ tone = 'info', icon, title, live = false, children }: {
  readonly tone?: NoteTone
  readonly icon?: IconName
  readonly title?: ReactNode
  readonly live?: boolean
  readonly children?: ReactNode
}) {
  return (
    <div className={classNames(styles.note, styles[tone])} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className={styles.words}>
        {title ? <strong className={styles.title}>{title}</strong> : null}
        {children}
      </div>
    </div>
  )
}
