'use client'

import { useId, useSyncExternalStore } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Segmented } from '../pickers/segmented.tsx'
import { themeCookie, type ThemeChoice } from './theme.ts'

const choices: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'system', label: uiTexts.themeSystem },
  { value: 'light', label: uiTexts.themeLight },
  { value: 'dark', label: uiTexts.themeDark },
]

const aYear = 365 * 24 * 60 * 60

/** Every switch on the page follows the attribute, whichever of them changed it. */
function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** Light, dark, or as the device: kept in a cookie that the server reads, so the next page comes in its colours. */
export function ThemeSwitch() {
  const name = useId()
  const choice = useSyncExternalStore(watchTheme, () => document.documentElement.dataset.theme ?? 'system', () => null)
  if (choice === null) return null
  const choose = (next: string) => {
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    const age = next === 'system' ? 0 : aYear
    const secure = window.location.protocol === 'https:' ? '; secure' : ''
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${age}; samesite=lax${secure}`
  }
  return <Segmented name={name} legend={uiTexts.theme} options={choices} value={choice} onChoose={choose} />
}
