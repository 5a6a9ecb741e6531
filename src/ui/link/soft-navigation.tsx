'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { softLink } from './soft-link.ts'

/** A plain press of the main button; anything else (new tab, new window, download) is the browser's. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/**
 * Follows links between pages without a reload. One listener for all links, in place of a component for each:
 * Next’s own one weighs 8 kB compressed in every bundle that has a link, mostly to fetch pages ahead, which
 * pages made per person do not want.
 */
export function SoftNavigation() {
  const router = useRouter()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return
      const link = event.target.closest<HTMLAnchorElement>(softLink.selector)
      if (link === null || link.origin !== window.location.origin) return
      event.preventDefault()
      router.push(`${link.pathname}${link.search}${link.hash}`)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [router])
  return null
}
