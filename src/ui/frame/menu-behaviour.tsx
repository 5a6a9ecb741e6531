'use client'

import { useEffect } from 'react'

/** Closes the open `details[data-menu]`: on Escape (focus back to its button), a press outside, a link followed. */
export function MenuBehaviour() {
  useEffect(() => {
    const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')
    const onPress = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      for (const menu of openMenus()) {
        if (!target || !menu.contains(target) || target.closest('a')) menu.open = false
      }
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      for (const menu of openMenus()) {
        const hadFocus = menu.contains(document.activeElement)
        menu.open = false
        if (hadFocus) menu.querySelector('summary')?.focus()
      }
    }
    document.addEventListener('click', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('click', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return null
}
