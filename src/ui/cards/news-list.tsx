import type { ReactNode } from 'react'
import { Avatar } from '../marks/avatar.tsx'
import styles from './list.module.css'

export type NewsItem = {
  readonly key: string
  /** Who did it, for the avatar. */
  readonly who: string
  readonly seed?: string
  readonly text: ReactNode
  readonly when: ReactNode
}

/** What others have done since one's last visit. */
export function NewsList({ items }: { readonly items: readonly NewsItem[] }) {
  return (
    <ul className={styles.news}>
      {items.map(({ key, who, seed, text, when }) => (
        <li key={key}>
          <Avatar name={who} seed={seed} />
          <span>
            {text}
            <span className={styles.when}>{when}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
