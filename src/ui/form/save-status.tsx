import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import styles from './save-status.module.css'

const icons: Readonly<Record<'saving' | 'saved' | 'offline' | 'error', IconName>> = {
  saving: 'arrows-clockwise', saved: 'check-circle', offline: 'cloud-slash', error: 'warning-octagon',
}

/** Where a saving stands: « Enregistrement… », « Enregistré à 14:32 », « Hors ligne : gardé sur cet appareil ». */
export function SaveStatus({ state, children }: {
  readonly state: 'saving' | 'saved' | 'offline' | 'error'
  readonly children: ReactNode
}) {
  return (
    <span className={classNames(styles.save, styles[state])}>
      <Icon name={icons[state]} size="s" />
      {children}
    </span>
  )
}
