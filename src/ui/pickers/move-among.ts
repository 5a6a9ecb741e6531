import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * Arrows move among the radios of a set without choosing, Space (the browser's own) and Enter choose: where a choice
 * saves itself, what one only passes must not be saved (look.md §6). For each radio's `onKeyDown`.
 */
export const moveAmong = (event: KeyboardEvent<HTMLInputElement>): void => {
  const { currentTarget, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  if (key === 'Enter') {
    event.preventDefault()
    currentTarget.click()
    return
  }
  const step = steps[key]
  if (step === undefined) return
  event.preventDefault()
  const radios = [...(currentTarget.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type=radio]:enabled') ?? [])]
  const place = radios.indexOf(currentTarget)
  radios[(place + step + radios.length) % radios.length]?.focus()
}
