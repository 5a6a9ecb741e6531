import type { ReactNode } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import { AppLink } from '../link/app-link.tsx'
import styles from './status.module.css'

/** A small fact: plain, outlined, or coming from the stakeholders. */
export function Chip({ tone = 'plain', icon, children }: {
  readonly tone?: 'plain' | 'outline' | 'stakeholder'
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  return (
    <span className={classNames(styles.chip, tone !== 'plain' && styles[tone])}>
      {icon ? <Icon name={icon} size="s" /> : null}
      {children}
    </span>
  )
}

/** A filter that is a link: on, it is yellow with a cross and its address takes it away. */
export function FilterChip({ label, href, on = false, icon }: {
  readonly label: string
  readonly href: string
  readonly on?: boolean
  readonly icon?: IconName
}) {
  return (
    <AppLink
      href={href}
      className={classNames(styles.chip, styles.filter, on ? styles.on : styles.outline)}
      aria-label={on ? uiTexts.removeFilter(label) : undefined}
    >
      {icon ? <Icon name={icon} size="s" /> : null}
      {label}
      {on ? <Icon name="x" size="s" /> : null}
    </AppLink>
  )
}
