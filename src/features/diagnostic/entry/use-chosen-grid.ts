'use client'

import { useCallback, useSyncExternalStore } from 'react'

import type { GridsView } from '../view.ts'
import { usePage } from './page-context.ts'

/** What this tab chose, where it may not keep anything. */
const chosen = new Map<string, string>()
const listeners = new Set<() => void>()

const read = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key) ?? chosen.get(key) ?? null
  } catch {
    return chosen.get(key) ?? null
  }
}

const write = (key: string, grid: string): void => {
  chosen.set(key, grid)
  try {
    sessionStorage.setItem(key, grid)
  } catch {
    // A browser that keeps nothing forgets this choice with the page.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The grid that one answers in. It stays from criterion to criterion and from page to page, as long as the tab: whoever
 * meets the second person says so once. The first grid until then, 0 where nothing repeats.
 */
export const useChosenGrid = (grids: GridsView | undefined): readonly [number, (grid: number) => void] => {
  const { diagnostic } = usePage()
  const key = `ess:grille:${diagnostic}:${grids?.node ?? ''}`
  const kept = useSyncExternalStore(subscribe, () => read(key), () => null)
  const choose = useCallback((grid: number) => write(key, String(grid)), [key])
  const grid = Number(kept)
  return [kept !== null && grids?.numbers.includes(grid) ? grid : (grids?.numbers[0] ?? 0), choose]
}
