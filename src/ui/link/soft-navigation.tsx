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
 * pages made per person do not want. On Back and Forward the router shows a page as it was when one left it: it is
 * asked for again, because what one did since belongs on it.
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
    // After the router's own listener; moves that the router did not make (to a fragment) have no state.
    const onTraverse = ({ state }: PopStateEvent) => {
      if (state !== null) setTimeout(() => router.refresh(), 0)
    }
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh()
    }
    document.addEventListener('click', onClick)
    addEventListener('popstate', onTraverse)
    addEventListener('pageshow', onPageShow)
    return () => {
      document.removeEventListener('click', onClick)
      removeEventListener('popstate', onTraverse)
      removeEventListener('pageshow', onPageShow)
    }
  }, [router])
  return null
}
