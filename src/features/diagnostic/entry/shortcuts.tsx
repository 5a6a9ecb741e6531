'use client'

import { useEffect, useState } from 'react'

import type { KeyPress, Level } from '#domain/diagnostic/level.rules.ts'
import { valueOfKey } from '#domain/diagnostic/level.rules.ts'
import { neighbour } from '#domain/diagnostic/steps.rules.ts'
import { entryTexts } from '#texts/saisie.ts'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { DialogOpener, openDialog } from '#ui/dialog/dialog-opener.tsx'
import { CheckBox } from '#ui/form/check-box.tsx'

import type { PageView } from '../view.ts'
import { cardId } from './card-id.ts'
import styles from './entry.module.css'
import { useEntry } from './entry-provider.tsx'
import { usePage } from './page-context.ts'

const texts = entryTexts.shortcuts
const dialogId = 'raccourcis'
const setting = 'ess:raccourcis'

const isOff = (): boolean => {
  try {
    return localStorage.getItem(setting) === 'off'
  } catch {
    return false
  }
}

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
  const [isOn, setOn] = useState(true)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
      if (document.querySelector('dialog[open]') !== null || isOff()) return
      const move = moveOf(event)
      const reachable = page.criteria.filter(({ code }) => lives.get(code)?.state !== 'notApplicable').map(({ code }) => code)
      const isDone =
        event.key === '?' ? openDialog(dialogId) : move !== null ? goTo(neighbour(reachable, placeOf(page) ?? open, move)) : chooseLevel(page, open, event)
      if (isDone) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [page, open, lives])
  const toggle = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(setting, next ? 'on' : 'off')
    } catch {
      // A browser that keeps nothing forgets this choice too.
    }
  }
  return (
    <div className={styles.shortcuts}>
      <DialogOpener dialogId={dialogId} dense variant="quiet" onOpen={() => setOn(!isOff())}>{texts.open}</DialogOpener>
      <Dialog id={dialogId} title={texts.title} closeLabel={texts.close}>
        <p>{texts.lead}</p>
        <dl className={styles.keys}>
          {[...texts.list, ...(hasStar(page) ? [texts.star] : [])].map(({ keys, does }) => (
            <div key={does} className={styles.keyRow}>
              <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <CheckBox name="raccourcis-actifs" label={texts.enable} checked={isOn} onChange={({ target }) => toggle(target.checked)} />
      </Dialog>
    </div>
  )
}

const hasStar = ({ scales }: PageView): boolean => Object.values(scales).some(({ levels }) => levels.some(({ isStar }) => isStar))

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
