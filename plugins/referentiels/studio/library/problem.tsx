'use client'

import { useEffect, useRef } from 'react'

import styles from './library.module.css'

/** Why nothing was done. It stands below the fold of the dialog: the focus goes there, and from there on to what mends it. */
export function Problem({ sentence }: { readonly sentence: string }) {
  const shown = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    shown.current?.focus()
    shown.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return <p ref={shown} className={styles.problem} role="alert" tabIndex={-1}>{sentence}</p>
}
