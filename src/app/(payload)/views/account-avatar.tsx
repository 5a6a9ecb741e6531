import type { ServerProps } from 'payload'

import { Avatar } from '#ui/marks/avatar.tsx'

/** The person's initials, drawn here: no picture is asked of anybody. */
export function AccountAvatar({ user }: ServerProps) {
  if (!user) return null
  return <Avatar name={`${user.firstName} ${user.lastName}`} seed={String(user.id)} />
}
