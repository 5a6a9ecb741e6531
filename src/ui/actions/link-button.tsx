import type { ComponentPropsWithoutRef } from 'react'
import { Icon } from '../icons/icon.tsx'
import { AppLink } from '../link/app-link.tsx'
import { buttonClasses, type ButtonLook } from './button-style.ts'

export type LinkButtonProps = ButtonLook & ComponentPropsWithoutRef<'a'> & { readonly href: string }

/** A link that looks like a button: it goes somewhere, a `Button` does something. */
export function LinkButton({ variant, dense, wide, icon, iconAfter, className, children, ...rest }: LinkButtonProps) {
  return (
    <AppLink {...rest} className={buttonClasses({ variant, dense, wide }, className)}>
      {icon ? <Icon name={icon} size="s" /> : null}
      {children}
      {iconAfter ? <Icon name={iconAfter} size="s" /> : null}
    </AppLink>
  )
}
