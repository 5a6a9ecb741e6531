'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

import styles from './ui.module.css'

type MenuItem = { readonly label: string; readonly run?: () => void; readonly href?: string; readonly isOff?: boolean }

/** A button that opens a few actions: arrows walk, Escape closes. */
export function Menu({ label, items, isSmall = false }: {
  readonly label: ReactNode
  readonly items: readonly MenuItem[]
  readonly isSmall?: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    entries(frame.current)[0]?.focus()
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && frame.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [isOpen])

  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries(frame.current)
    const at = all.findIndex((entry) => entry === document.activeElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') setOpen(false)
    else if (step !== 0) all[(at + step + all.length) % all.length]?.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }

  return (
    <div ref={frame} className={styles.menuFrame}>
      <button
        ref={button}
        type="button"
        className={isSmall ? styles.iconButton : `${styles.button} ${styles.quiet}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            setOpen(true)
          }
        }}
      >
        {label}
      </button>
      {isOpen ? (
        <div id={id} role="menu" className={styles.menu} onKeyDown={onKeyDown}>
          {items.map((item) =>
            item.href === undefined ? (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={styles.menuItem}
                disabled={item.isOff}
                onClick={() => {
                  close()
                  item.run?.()
                }}
              >
                {item.label}
              </button>
            ) : (
              <a key={item.label} role="menuitem" tabIndex={-1} className={styles.menuItem} href={item.href} download onClick={close}>{item.label}</a>
            ),
          )}
        </div>
      ) : null}
    </div>
  )
}

const entries = (frame: HTMLElement | null): readonly HTMLElement[] =>
  frame === null ? [] : [...frame.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')]
