import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import { Avatar } from '../marks/avatar.tsx'
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

/** A colleague in the same place: « Aminata écrit ici ». */
export function Presence({ name, seed, children }: {
  readonly name: string
  readonly seed?: string
  readonly children: ReactNode
}) {
  return (
    <span className={styles.presence}>
      <Avatar name={name} seed={seed} size="s" />
      {children}
    </span>
  )
}

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
