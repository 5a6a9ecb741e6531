import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icon-names.ts'
import { AppLink } from '../link/app-link.tsx'
import styles from './tool.module.css'

export type ToolProps =
  | ({ readonly icon?: IconName; readonly href: string } & ComponentPropsWithRef<'a'>)
  | ({ readonly icon?: IconName; readonly href?: undefined } & ComponentPropsWithRef<'button'>)

/** A small act beside a content: icon and underlined word, a link when it has an address. */
export function Tool(props: ToolProps) {
  if (props.href !== undefined) {
    const { icon, className, children, ref: _ref, ...rest } = props
    return (
      <AppLink {...rest} className={classNames(styles.tool, className)}>
        {icon ? <Icon name={icon} size="s" /> : null}
        {children}
      </AppLink>
    )
  }
  const { icon, className, children, type = 'button', href: _href, ...rest } = props
  return (
    <button {...rest} type={type} className={classNames(styles.tool, className)}>
      {icon ? <Icon name={icon} size="s" /> : null}
      {children}
    </button>
  )
}

/** A line of tools that wraps. */
export function Tools({ children }: { readonly children: ReactNode }) {
  return <div className={styles.tools}>{children}</div>
}
