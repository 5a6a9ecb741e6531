'use client'

import { useEffect } from 'react'

/** Brings what an address names into view once the page is drawn; this page alone, and not the one that frames it. */
export function ScrollTo({ id, focus }: {
  readonly id: string
  /** The element that takes the focus: where the person goes on. Not for a page that another one frames. */
  readonly focus?: string
}) {
  useEffect(() => {
    const element = document.getElementById(id)
    if (element === null) return
    if (focus !== undefined) document.getElementById(focus)?.focus({ preventScroll: true })
    const margin = Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0
    window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - margin })
  }, [id, focus])
  return null
}
