import type { IconName } from './icon-paths.ts'
import { iconPaths } from './icon-paths.ts'
import styles from './ui.module.css'

/** A drawing beside a word, or alone inside a button that has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 256 256" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  )
}
