import { useEffect, useRef } from 'react'

/** What one may act on in a part of the page: the chosen one first, where there is a choice. */
const places = ['input:checked:enabled', 'input:enabled, textarea:enabled, select:enabled', 'button:enabled, a[href]']

/** Puts the focus where one goes on in a part of the page. For acts that take away the button that one pressed. */
export const focusWithin = (part: Element | null): void => {
  const found = places.map((selector) => part?.querySelector<HTMLElement>(selector)).find((each) => each !== null && each !== undefined)
  found?.focus()
}

/** Puts the focus on what the next drawing brings: answers how to name it, by its id or as a part of the page. */
export const useFocusNext = (): ((find: () => Element | null) => void) => {
  const next = useRef<(() => Element | null) | null>(null)
  useEffect(() => {
    const part = next.current?.() ?? null
    if (part === null) return
    next.current = null
    if (part.matches('input, textarea, select, button, a[href], [tabindex]') && part instanceof HTMLElement) part.focus()
    else focusWithin(part)
  })
  return (find) => {
    next.current = find
  }
}
