import { classNames } from '../class-names.ts'
import type { IconName } from '../icons/icon-names.ts'
import styles from './button.module.css'

/** What every button and every link that looks like one takes. */
export type ButtonLook = {
  /** One primary per view. `danger` only for what cannot be undone. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** 40 px instead of 48, for tables and tool lines; 48 again under a finger. */
  readonly dense?: boolean
  /** As wide as its container. */
  readonly wide?: boolean
  readonly icon?: IconName
  readonly iconAfter?: IconName
}

/** The class names of a button's look. */
export function buttonClasses(look: ButtonLook, more?: string): string | undefined {
  const { variant = 'secondary', dense = false, wide = false } = look
  return classNames(styles.button, styles[variant], dense && styles.dense, wide && styles.wide, more)
}
