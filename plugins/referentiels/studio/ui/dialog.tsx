'use client'

import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

import { studioTexts } from '../../texts/studio/studio.ts'
import { IconButton } from './button.tsx'
import styles from './ui.module.css'

/** A question over the page: the browser's own dialog, the title has the focus first. */
export function Dialog({ title, onClose, children, isWide = false }: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly isWide?: boolean
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    if (shown === null || shown.open) return
    shown.showModal()
    heading.current?.focus()
    return () => shown.close()
  }, [])
  return (
    <dialog ref={dialog} className={`${styles.dialog} ${isWide ? styles.wide : ''}`} aria-labelledby={id} onClose={onClose}>
      <div className={styles.dialogHead}>
        <h2 ref={heading} id={id} tabIndex={-1} className={styles.dialogTitle}>{title}</h2>
        <IconButton icon="x" label={studioTexts.close} onClick={onClose} />
      </div>
      {children}
    </dialog>
  )
}
