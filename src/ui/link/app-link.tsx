import Link from 'next/link'
import type { ComponentPropsWithoutRef } from 'react'

/** A link inside the site, or out of it. Pages are all made per person: nothing is fetched before it is asked for. */
export function AppLink({ href, children, ...rest }: ComponentPropsWithoutRef<'a'> & { readonly href: string }) {
  const isPage = /^[/#?]/.test(href) && !href.startsWith('/api/') && rest.download === undefined && rest.target === undefined
  return isPage
    ? <Link href={href} prefetch={false} {...rest}>{children}</Link>
    : <a href={href} {...rest}>{children}</a>
}
