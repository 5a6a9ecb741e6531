'use client'

import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from 'react'
import { uiTexts } from '#texts/ui.ts'
import { Icon } from '../icons/icon.tsx'
import { Hidden } from '../layout/layout.tsx'
import styles from './toast.module.css'

const shownFor = 8000

/**
 * « Action ajoutée au plan. » at the lower left for 8 seconds, one at a time (give each a `key`). It waits while the
 * pointer or the focus is on it. Never for errors, never for autosave. Without JavaScript it stays.
 */
export function Toast({ message, undo, undoAction, onClose, inFlow = false }: {
  readonly message: string
  /** « Annuler » as a handler, */
  readonly undo?: (() => void) | undefined
  /** or as the action of a form, for pages without JavaScript of their own. */
  readonly undoAction?: ComponentPropsWithoutRef<'form'>['action']
  readonly onClose?: () => void
  /** Part of the page instead of floating; for samples. */
  readonly inFlow?: boolean
}) {
  const [isOpen, setOpen] = useState(true)
  const [isHeld, setHeld] = useState(inFlow)
  const spoken = useRef<HTMLSpanElement>(null)
  const close = () => {
    setOpen(false)
    onClose?.()
  }
  useEffect(() => {
    // A live region only speaks of what changes in it after it is there.
    if (spoken.current) spoken.current.textContent = message
  }, [message])
  useEffect(() => {
    if (isHeld || !isOpen) return undefined
    const timer = setTimeout(close, shownFor)
    return () => clearTimeout(timer)
  })
  const hold = { onPointerEnter: () => setHeld(true), onFocus: () => setHeld(true) }
  const release = inFlow ? {} : { onPointerLeave: () => setHeld(false), onBlur: () => setHeld(false) }
  return (
    <div className={inFlow ? undefined : styles.place}>
      <Hidden><span ref={spoken} role="status" /></Hidden>
      {isOpen ? (
        <div className={styles.toast} {...hold} {...release}>
          <Icon name="check-circle" />
          <span className={styles.words}>{message}</span>
          {undo
            ? <button type="button" className={styles.act} onClick={() => { undo(); close() }}>{uiTexts.cancel}</button>
            : null}
          {undoAction
            ? <form action={undoAction}><button type="submit" className={styles.act}>{uiTexts.cancel}</button></form>
            : null}
          <button type="button" className={styles.act} onClick={close}>{uiTexts.close}</button>
        </div>
      ) : null}
    </div>
  )
}
