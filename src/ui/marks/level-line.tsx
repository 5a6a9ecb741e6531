import type { ReactNode } from 'react'
import { LevelDots } from './level-dots.tsx'
import { LevelMark } from './level-mark.tsx'
import styles from './level.module.css'

/** A level as mark, rounds and words on one line: « (2) ● ● ◌ ◌ ○ Mon organisation peut le dire ». */
export function LevelLine({ level, of = 5, target = null, size = 's', before, children }: {
  readonly level: number | null
  readonly of?: number
  readonly target?: number | null
  readonly size?: 's' | 'm'
  readonly before?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <span className={styles.line}>
      {before}
      <LevelMark level={level} of={of} size={size} decorative />
      <LevelDots level={level} of={of} target={target} />
      {children}
    </span>
  )
}
