import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import styles from './list.module.css'

export type TodoItem = {
  readonly key: string
  readonly icon: IconName
  readonly title: ReactNode
  /** Where it comes from, since when. */
  readonly why: ReactNode
  /** A dense `LinkButton`, or a `DeadlineStatus`. */
  readonly act?: ReactNode
}

/** « Ce qui m’est confié » : what waits for this person, each with its act. When empty, show an `EmptyState` instead. */
export function TodoList({ items }: { readonly items: readonly TodoItem[] }) {
  return (
    <ul className={styles.todo}>
      {items.map(({ key, icon, title, why, act }) => (
        <li key={key}>
          <span className={styles.kind}><Icon name={icon} /></span>
          <div>
            <span className={styles.title}>{title}</span>
            <span className={styles.why}>{why}</span>
          </div>
          {act ? <div className={styles.act}>{act}</div> : null}
        </li>
      ))}
    </ul>
  )
}
