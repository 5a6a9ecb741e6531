'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { awayNotice } from './away-notice-id.ts'
import { softLink } from './soft-link.ts'

/** A plain press of the main button; anything else (new tab, new window, download) is the browser's. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/**
 * Follows links between pages without a reload. One listener for all links, in place of a component for each:
 * Next’s own one weighs 8 kB compressed in every bundle that has a link, mostly to fetch pages ahead, which
 * pages made per person do not want. On Back and Forward the router shows a page as it was when one left it: it is
 * asked for again, because what one did since belongs on it. Without a network one stays on the page and is told: the
 * browser’s own page of errors would take away what one was doing.
 */
export function SoftNavigation() {
  const router = useRouter()
  useEffect(() => {
    const place = document.getElementById(awayNotice)
    const tell = (words = place?.dataset['words'] ?? '') => {
      if (place !== null) place.textContent = words
    }
    let wanted: string | null = null
    let stop: (() => void) | null = null
    // Ahead of the need: without a network it could not be fetched.
    void import('./away.ts').then(({ stayWhereAway }) => {
      stop = stayWhereAway({ wanted: () => wanted, tell: () => tell() })
    }, () => undefined)
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return
      const link = event.target.closest<HTMLAnchorElement>(softLink.selector)
      if (link === null || link.origin !== window.location.origin) return
      event.preventDefault()
      if (!navigator.onLine) {
        tell()
        return
      }
      tell('')
      wanted = link.href
      router.push(`${link.pathname}${link.search}${link.hash}`)
    }
    const onOnline = () => tell('')
    // After the router's own listener; moves that the router did not make (to a fragment) have no state.
    const onTraverse = ({ state }: PopStateEvent) => {
      if (state !== null) setTimeout(() => router.refresh(), 0)
    }
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh()
    }
    document.addEventListener('click', onClick)
    addEventListener('online', onOnline)
    addEventListener('popstate', onTraverse)
    addEventListener('pageshow', onPageShow)
    return () => {
      document.removeEventListener('click', onClick)
      stop?.()
      removeEventListener('online', onOnline)
      removeEventListener('popstate', onTraverse)
      removeEventListener('pageshow', onPageShow)
    }
  }, [router])
  return null
}
