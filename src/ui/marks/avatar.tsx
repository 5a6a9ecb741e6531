import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './avatar.module.css'
import { avatarTone } from './avatar-tone.ts'
import { initials } from './initials.ts'

/** Initials in a round whose colour follows from `seed` (an id; the name when left out). The name stands beside it. */
export function Avatar({ name, seed = name, size = 'm' }: {
  readonly name: string
  readonly seed?: string | undefined
  readonly size?: 's' | 'm'
}) {
  return (
    <span aria-hidden="true" className={classNames(styles.avatar, styles[avatarTone(seed)], size === 's' && styles.small)}>
      {initials(name)}
    </span>
  )
}

/** Several people, overlapping; say who they are, or how many, beside it. */
export function AvatarGroup({ people }: { readonly people: readonly { readonly name: string; readonly seed?: string }[] }) {
  return (
    <span className={styles.group}>
      {people.map(({ name, seed = name }) => <Avatar key={seed} name={name} seed={seed} />)}
    </span>
  )
}

/** A person: avatar, name, one line. */
export function Person({ name, seed, detail, nameClassName }: {
  readonly name: string
  readonly seed?: string | undefined
  readonly detail?: ReactNode
  readonly nameClassName?: string | undefined
}) {
  return (
    <span className={styles.person}>
      <Avatar name={name} seed={seed} />
      <span className={nameClassName}>
        {name}
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
    </span>
  )
}
