import { classNames } from '../class-names.ts'
import styles from './icon.module.css'
import type { IconName } from './icon-names.ts'
import { spriteUrl } from './sprite-url.ts'

/** An icon of the list, 22 px (`m`) or 18 px (`s`), in the colour of the text around it. Hidden from screen
 *  readers unless it has a label, since a word stands beside it. */
export function Icon({ name, size = 'm', label, className }: {
  readonly name: IconName
  readonly size?: 's' | 'm'
  readonly label?: string
  readonly className?: string | undefined
}) {
  return (
    <svg
      className={classNames(styles.icon, size === 's' && styles.small, className)}
      viewBox="0 0 256 256"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <use href={`${spriteUrl}#${name}`} />
    </svg>
  )
}
