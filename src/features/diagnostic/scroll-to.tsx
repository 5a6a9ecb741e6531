'use client'

import { useEffect } from 'react'

/** Brings what an address names into view once the page is drawn; this page alone, and not the one that frames it. */
export function ScrollTo({ id }: { readonly id: string }) {
  useEffect(() => {
    const element = document.getElementById(id)
    if (element === null) return
    const margin = Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0
    window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - margin })
  }, [id])
  return null
}
