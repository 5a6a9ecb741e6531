import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './layout.module.css'

type Gap = 2 | 3 | 4 | 5 | 6
type Tag = 'div' | 'section' | 'ul' | 'ol' | 'article' | 'aside'

const gapClass = (gap: Gap): string | undefined => styles[`gap${gap}`]

/** Things one under the other. Gaps are the space tokens: 4 = 16 px inside a group, 6 = 32 px between groups. */
export function Stack({ gap = 4, as: Tag = 'div', children }: {
  readonly gap?: Gap
  readonly as?: Tag
  readonly children: ReactNode
}) {
  return <Tag className={classNames(styles.stack, gapClass(gap))}>{children}</Tag>
}

/** Things side by side that wrap. */
export function Row({ gap = 3, justify = 'start', as: Tag = 'div', children }: {
  readonly gap?: Gap
  readonly justify?: 'start' | 'between' | 'end'
  readonly as?: Tag
  readonly children: ReactNode
}) {
  const place = justify === 'start' ? undefined : styles[justify]
  return <Tag className={classNames(styles.row, gapClass(gap), place)}>{children}</Tag>
}

/** A main column and a second one (about a third, or 23 rem with `side`), which goes under it below 64 rem. */
export function Split({ kind = 'third', children }: { readonly kind?: 'third' | 'side'; readonly children: ReactNode }) {
  return <div className={classNames(styles.split, kind === 'side' && styles.side)}>{children}</div>
}

/** As many equal columns as fit, each at least 20 rem wide. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>
}

/** A card: an edge, no shadow. */
export function Card({ as: Tag = 'section', labelledBy, children }: {
  readonly as?: Tag
  readonly labelledBy?: string
  readonly children: ReactNode
}) {
  return <Tag className={styles.card} aria-labelledby={labelledBy}>{children}</Tag>
}

/** Words for screen readers alone. */
export function Hidden({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return <span id={id} className={styles.hidden}>{children}</span>
}
