import type { ComponentPropsWithoutRef } from 'react'

import { softLink } from './soft-link.ts'

/** A link inside the site, or out of it. A page of the site replaces the one on screen without a reload: `SoftNavigation`. */
export function AppLink({ href, children, ...rest }: ComponentPropsWithoutRef<'a'> & { readonly href: string }) {
  const isPage = /^[/#?]/.test(href) && !href.startsWith('/api/') && rest.download === undefined && rest.target === undefined
  return <a href={href} {...rest} {...(isPage && { [softLink.attribute]: '' })}>{children}</a>
}
