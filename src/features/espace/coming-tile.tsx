import type { ReactNode } from 'react'

import { spaceTexts } from '#texts/espace.ts'
import { Chip } from '#ui/marks/chip.tsx'

import styles from './coming-tile.module.css'

/** One of the four parts of the cycle whose screens are still to come: what it is for, what to prepare. */
export function ComingTile({
  title,
  text,
  next,
  picture,
}: {
  readonly title: string
  readonly text: string
  readonly next: string
  /** One of the design system's tile pictures. */
  readonly picture: ReactNode
}) {
  return (
    <section className={styles.tile}>
      <div className={styles.picture} aria-hidden="true">
        {picture}
      </div>
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
        <p className={styles.next}>{next}</p>
        <div className={styles.soon}>
          <Chip icon="clock">{spaceTexts.soon}</Chip>
        </div>
      </div>
    </section>
  )
}
