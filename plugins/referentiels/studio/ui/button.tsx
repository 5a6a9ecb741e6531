import type { ComponentProps } from 'react'

import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './ui.module.css'

type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A button of the studio: a word, with a drawing beside it. */
export function Button({ look = 'secondary', icon, children, className = '', ...rest }: ComponentProps<'button'> & {
  readonly look?: Look
  readonly icon?: IconName
}) {
  return (
    <button type="button" className={`${styles.button} ${styles[look]} ${className}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A button that is only a drawing: its name is said, and shown when one points at it. */
export function IconButton({ icon, label, className = '', ...rest }: Omit<ComponentProps<'button'>, 'children'> & {
  readonly icon: IconName
  readonly label: string
}) {
  return (
    <button type="button" className={`${styles.iconButton} ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
