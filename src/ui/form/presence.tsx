import type { ReactNode } from 'react'
import { Avatar } from '../marks/avatar.tsx'
import styles from './presence.module.css'

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
