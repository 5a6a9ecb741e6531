'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

import type { KeyPress, Level } from '#domain/diagnostic/level.rules.ts'
import { valueOfKey } from '#domain/diagnostic/level.rules.ts'
import { neighbour } from '#domain/diagnostic/steps.rules.ts'
import { entryTexts } from '#texts/saisie.ts'
import { Button } from '#ui/actions/button.tsx'

import type { PageView } from '../view.ts'
import { cardId } from './card-id.ts'
import styles from './entry.module.css'
import { useEntry } from './entry-provider.tsx'
import { usePage } from './page-context.ts'
import { areShortcutsOff } from './shortcuts-setting.ts'

// Rare: comes when it is asked for.
const Explained = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }))

/** Text is typed here: keys are letters, not commands. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')

/**
 * Digits choose a level, J and K move, « ? » explains; a person can switch them off (WCAG 2.1.4). They press the
 * very radios and links of the page, so that nothing is possible by key alone.
 */
export function Shortcuts() {
  const page = usePage()
  const { open, lives } = useEntry()
  // How often it was asked what the keys do.
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
      if (document.querySelector('dialog[open]') !== null || areShortcutsOff()) return
      const move = moveOf(event)
      const reachable = page.criteria.filter(({ code }) => lives.get(code)?.state !== 'notApplicable').map(({ code }) => code)
      if (event.key === '?') setAsked((times) => times + 1)
      const isDone =
        event.key === '?' || (move !== null ? goTo(neighbour(reachable, placeOf(page) ?? open, move)) : chooseLevel(page, open, event))
      if (isDone) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [page, open, lives])
  return (
    <div className={styles.shortcuts}>
      <Button dense variant="quiet" aria-haspopup="dialog" onClick={() => setAsked((times) => times + 1)}>{entryTexts.shortcuts}</Button>
      {asked === 0 ? null : <Suspense fallback={null}><Explained key={asked} scales={page.scales} /></Suspense>}
    </div>
  )
}

/** Arrows scroll the page and move among radios: they go from criterion to criterion only from a criterion's own act. */
const moveOf = ({ key, target }: KeyboardEvent): 1 | -1 | null => {
  const isOnCard = target instanceof HTMLElement && target.closest('article') !== null && !target.matches('input')
  if (key === 'j' || key === 'J' || (isOnCard && key === 'ArrowDown')) return 1
  if (key === 'k' || key === 'K' || (isOnCard && key === 'ArrowUp')) return -1
  return null
}

/** The criterion in which the focus is. */
const placeOf = ({ criteria }: PageView): string | null => {
  const card = document.activeElement?.closest('article')?.id
  return criteria.find(({ code }) => cardId(code) === card)?.code ?? null
}

const goTo = (criterion: string | null): boolean => {
  const card = criterion === null ? null : document.getElementById(cardId(criterion))
  const target = card?.querySelector<HTMLElement>('[data-open]') ?? card?.querySelector<HTMLElement>('h2, h3')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
  return target !== undefined && target !== null
}

/** In the open criterion: the question where the focus is, else the first that has no answer, else the first. */
const chooseLevel = (page: PageView, open: string | null, press: KeyPress): boolean => {
  const criterion = page.criteria.find(({ code }) => code === open)
  const card = open === null ? null : document.getElementById(cardId(open))
  if (criterion === undefined || card === null) return false
  const answers = [...card.querySelectorAll<HTMLElement>('[data-answer]')]
  const answer =
    answers.find((each) => each.contains(document.activeElement)) ??
    answers.find((each) => each.querySelector('input:checked') === null) ??
    answers[0]
  const question = criterion.questions.find(({ code }) => code === answer?.dataset['answer'])
  const levels: readonly Level[] = question?.scale ? (page.scales[question.scale]?.levels ?? []) : []
  const value = valueOfKey(levels, press)
  const radio = [...(answer?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])].find((each) => each.value === value)
  if (radio === undefined || radio.disabled) return false
  radio.focus()
  radio.click()
  return true
}
