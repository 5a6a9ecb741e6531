import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './text.module.css'

/** A paragraph or a run of words in one of the sizes of the look; `soft` is secondary text. */
export function Text({ size = 'md', soft = false, nowrap = false, as: Tag = 'p', children }: {
  readonly size?: 'xs' | 'sm' | 'md' | 'lg'
  readonly soft?: boolean
  readonly nowrap?: boolean
  readonly as?: 'p' | 'span' | 'div'
  readonly children: ReactNode
}) {
  const sizes = { xs: styles.floor, sm: styles.small, md: undefined, lg: styles.large }
  return (
    <Tag className={classNames(sizes[size], soft && styles.soft, nowrap && styles.nowrap, Tag === 'p' && styles.measure)}>
      {children}
    </Tag>
  )
}

/** A title whose level in the outline and whose size are chosen apart. */
export function Title({ level, size, id, children }: {
  readonly level: 1 | 2 | 3 | 4
  /** page 34–48 px, section 28–34, block 26, card 21. Left out: the size that goes with the level. */
  readonly size?: 'page' | 'section' | 'block' | 'card'
  readonly id?: string
  readonly children: ReactNode
}) {
  const Tag = `h${level}` as const
  const sizes = { page: styles.asPage, section: styles.asSection, block: styles.asBlock, card: styles.asCard }
  return <Tag id={id} className={size ? sizes[size] : undefined}>{children}</Tag>
}
