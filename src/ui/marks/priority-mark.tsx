import { uiTexts } from '#texts/ui.ts'
import { classNames } from '../class-names.ts'
import styles from './status.module.css'

/** 1 « Peu urgent », 2 « Urgent », 3 « Plan d’actions ». */
export type Priority = 1 | 2 | 3

/** A priority: its marks and its word. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  return (
    <span className={classNames(styles.priority, styles[`priority${priority}`])}>
      <span aria-hidden="true" className={styles.bangs}>{'!'.repeat(priority)}</span>
      {uiTexts.priority[priority]}
    </span>
  )
}
