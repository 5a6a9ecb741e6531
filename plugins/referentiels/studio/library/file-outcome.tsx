'use client'

import { libraryTexts } from '../../texts/studio/studio.ts'
import type { FileResult } from '../contract.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './library.module.css'

const texts = libraryTexts.dialog

const placeOf = ({ line, sheet, row, column }: FileResult['findings'][number]): string => {
  if (sheet !== undefined && row !== undefined) return texts.cell(sheet, row, String(column ?? ''))
  return line === undefined ? '' : texts.line(line)
}

/** What became of a file, with every finding and its place. */
export function FileOutcome({ result, isDry, onOpen }: { readonly result: FileResult; readonly isDry: boolean; readonly onOpen: (draft: string) => void }) {
  const { outcome, findings, draft } = result
  return (
    <div className={styles.outcome} role="status" data-outcome={outcome}>
      <p><strong>{isDry ? texts.dry[outcome] : texts.outcome[outcome]}</strong></p>
      {findings.length === 0 ? null : (
        <ul className={styles.findings}>
          {findings.slice(0, 200).map((finding, index) => (
            <li key={index}>
              <Icon name={finding.severity === 'error' ? 'warning-octagon' : 'warning'} />
              <span>{placeOf(finding) === '' ? null : <strong>{placeOf(finding)} : </strong>}{finding.message}</span>
            </li>
          ))}
        </ul>
      )}
      {isDry || draft === null || outcome === 'refused' ? null : <Button look="primary" onClick={() => onOpen(draft)}>{texts.openDraft}</Button>}
    </div>
  )
}
