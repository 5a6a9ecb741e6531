'use client'

import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { IconButton } from './button.tsx'
import styles from './ui.module.css'

/** A question over the page: the browser's own dialog, the title has the focus first. */
export function Dialog({ title, onClose, children, isWide = false, isFull = false }: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly isWide?: boolean
  /** Nearly the whole window. */
  readonly isFull?: boolean
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    if (dialog.current?.open === false) dialog.current.showModal()
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={`${styles.dialog} ${isWide ? styles.wide : ''} ${isFull ? styles.full : ''}`} aria-labelledby={id} onClose={onClose}>
      <div className={styles.dialogHead}>
        <h2 ref={heading} id={id} tabIndex={-1} className={styles.dialogTitle}>{title}</h2>
        <IconButton icon="x" label={studioTexts.close} onClick={onClose} />
      </div>
      {children}
    </dialog>
  )
}
