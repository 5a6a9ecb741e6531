'use client'

import { useEffect, useRef } from 'react'

import { libraryTexts } from '../../texts/studio/library.ts'
import { Button } from '../ui/button.tsx'
import ui from '../ui/ui.module.css'
import styles from './library.module.css'

const texts = libraryTexts.dialog

type ReplaceQuestionProps = { readonly version: string; readonly isBusy: boolean; readonly onYes: () => void; readonly onNo: () => void }

/** Asked once a file is known to be sound, and to take the place of what people wrote. */
export function ReplaceQuestion({ version, isBusy, onYes, onNo }: ReplaceQuestionProps) {
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    shown.current?.focus()
    shown.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={shown} className={styles.problem} role="group" aria-labelledby="debut-remplace" tabIndex={-1}>
      <p id="debut-remplace">{texts.replaceAsk(version)}</p>
      <div className={ui.row}>
        <Button look="danger" disabled={isBusy} onClick={onYes}>{texts.replaceYes}</Button>
        <Button look="quiet" onClick={onNo}>{texts.replaceNo}</Button>
      </div>
    </div>
  )
}
