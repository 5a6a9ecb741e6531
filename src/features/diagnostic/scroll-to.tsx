'use client'

import { useEffect } from 'react'

/** Brings what an address names into view once the page is drawn. */
export function ScrollTo({ id }: { readonly id: string }) {
  useEffect(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'start' })
  }, [id])
  return null
}
