'use client'

import { useEffect } from 'react'

import { hasUnsent } from '#features/diagnostic/exports/unsent.ts'

const key = 'ess:here'

/** The browser may forbid its storage: then each tab is on its own, and the server refuses what one sends for another. */
const quietly = (work: () => void): void => {
  try {
    work()
  } catch {
    // Nothing to tell.
  }
}

/**
 * Tells the browser's other tabs whose session it is, null for nobody's; a tab that shows another person's pages is
 * loaded again. What was typed there stays on the device for its own writer, and in sight as long as nobody else came.
 */
export const usePersonHere = (person: string | null): void => {
  useEffect(() => {
    quietly(() => {
      if (person === null) localStorage.removeItem(key)
      else localStorage.setItem(key, person)
    })
    if (person === null) return undefined
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key || event.newValue === person) return
      if (event.newValue !== null || !hasUnsent(person)) location.reload()
    }
    addEventListener('storage', onStorage)
    return () => removeEventListener('storage', onStorage)
  }, [person])
}

/** For a page of nobody's. */
export function NobodyHere() {
  usePersonHere(null)
  return null
}
