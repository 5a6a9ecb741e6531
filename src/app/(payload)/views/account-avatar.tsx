import type { ServerProps } from 'payload'

import { classNames } from '#ui/class-names.ts'
import { avatarTone } from '#ui/marks/avatar-tone.ts'
import { initials } from '#ui/marks/initials.ts'

import styles from './account-avatar.module.css'

/**
 * The person's initials in the colour that they have everywhere, drawn here: no picture is asked of anybody.
 * The letters are drawn by the style sheet: Payload's link around them has a name of its own, which says more.
 */
export function AccountAvatar({ user }: ServerProps) {
  if (!user) return null
  const tone = avatarTone(String(user.id))
  return <span className={classNames(styles.avatar, styles[tone])} data-initials={initials(`${user.firstName} ${user.lastName}`)} />
}
