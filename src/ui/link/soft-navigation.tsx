'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

import toast from '../feedback/toast.module.css'
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
export function SoftNavigation({ away }: {
  /** What is told when the network is. Comes from the server, so that no page loads all words of the components for it. */
  readonly away: string
}) {
  const router = useRouter()
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    /** Where the router is on its way to; it goes there by a whole page when it could not fetch what it needs. */
    let wanted: string | null = null
    const tell = (words: string) => {
      if (notice.current !== null) notice.current.textContent = words
    }
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return
      const link = event.target.closest<HTMLAnchorElement>(softLink.selector)
      if (link === null || link.origin !== window.location.origin) return
      event.preventDefault()
      tell('')
      if (!navigator.onLine) {
        tell(away)
        return
      }
      wanted = link.href
      router.push(`${link.pathname}${link.search}${link.hash}`)
    }
    const onNavigate = (event: NavigateEvent) => {
      const { url, sameDocument } = event.destination
      if (sameDocument || url !== wanted || !event.cancelable) return
      event.preventDefault()
      wanted = null
      // Another answer than a page (signed out, a new version of the platform) is for the browser to show.
      fetch(url, { method: 'HEAD' }).then(() => window.location.assign(url), () => tell(away))
    }
    const onOnline = () => tell('')
    // After the router's own listener; moves that the router did not make (to a fragment) have no state.
    const onTraverse = ({ state }: PopStateEvent) => {
      if (state !== null) setTimeout(() => router.refresh(), 0)
    }
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh()
    }
    // Not in every browser yet; without it, being offline is noticed and a server that is away is not.
    const moves = 'navigation' in window ? window.navigation : null
    document.addEventListener('click', onClick)
    moves?.addEventListener('navigate', onNavigate)
    addEventListener('online', onOnline)
    addEventListener('popstate', onTraverse)
    addEventListener('pageshow', onPageShow)
    return () => {
      document.removeEventListener('click', onClick)
      moves?.removeEventListener('navigate', onNavigate)
      removeEventListener('online', onOnline)
      removeEventListener('popstate', onTraverse)
      removeEventListener('pageshow', onPageShow)
    }
  }, [router, away])
  // A live region only speaks of what changes in it after it is there.
  return <div className={toast.place}><p ref={notice} role="status" className={toast.away} /></div>
}
