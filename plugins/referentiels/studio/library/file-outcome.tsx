'use client'

import { useEffect, useRef } from 'react'

import { libraryTexts } from '../../texts/studio/library.ts'
import type { FileResult } from '../contract/files.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './library.module.css'

const texts = libraryTexts.dialog

const placeOf = ({ line, sheet, row, column }: FileResult['findings'][number]): string => {
  if (sheet !== undefined && row !== undefined) return texts.cell(sheet, row, String(column ?? ''))
  return line === undefined ? '' : texts.line(line)
}

/** A list that is longer than this is not read, but mended. */
const mostShown = 200

type FileOutcomeProps = {
  readonly result: FileResult
  readonly isDry: boolean
  readonly onOpen: (draft: string) => void
  /** Gives the workbook back with a comment in each faulty cell; null where the file is no workbook. */
  readonly onAnnotate: (() => void) | null
}

/** What became of a file, with every finding and its place. */
export function FileOutcome({ result, isDry, onOpen, onAnnotate }: FileOutcomeProps) {
  const { outcome, findings, draft } = result
  const shown = useRef<HTMLDivElement>(null)
  // It stands below the fold of the dialog.
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' })
    if (outcome === 'refused') shown.current?.focus()
  }, [result, outcome])
  return (
    <div ref={shown} className={styles.outcome} role="status" tabIndex={-1} data-outcome={outcome}>
      <p><strong>{isDry ? texts.dry[outcome] : texts.outcome[outcome]}</strong></p>
      {findings.length === 0 ? null : (
        <ul className={styles.findings}>
          {findings.slice(0, mostShown).map((finding, index) => (
            <li key={index}>
              <Icon name={finding.severity === 'error' ? 'warning-octagon' : 'warning'} />
              <span>{placeOf(finding) === '' ? null : <strong>{placeOf(finding)} : </strong>}{finding.message}</span>
            </li>
          ))}
        </ul>
      )}
      {findings.length > mostShown ? <p>{texts.moreFindings(findings.length - mostShown)}</p> : null}
      {findings.length === 0 || onAnnotate === null ? null : (
        <div>
          <Button onClick={onAnnotate}>{texts.annotated}</Button>
          <p className={styles.soft}>{texts.annotatedHint}</p>
        </div>
      )}
      {isDry || draft === null || outcome === 'refused' ? null : <Button look="primary" onClick={() => onOpen(draft)}>{texts.openDraft}</Button>}
    </div>
  )
}
