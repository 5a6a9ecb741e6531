'use client'

import { useState } from 'react'

import { sectionTexts, studioTexts } from '../../texts/studio/studio.ts'
import { useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import type { StudioFinding } from '../contract/draft.ts'
import { readText } from '../fields/facts.ts'
import { useFacts } from '../fields/field-place.ts'
import { sectionOfPart } from '../fields/part-fields.ts'
import { isQuestion, numberOf } from '../model/draft.ts'
import type { Draft } from '../model/draft.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './editor.module.css'

const texts = studioTexts.checks
const read = {
  findings: ({ findings }: StudioView) => findings,
  draft: ({ draft }: StudioView) => draft,
  isChecking: ({ isChecking }: StudioView) => isChecking,
}

/** Findings that show before one asks for more. */
const atFirst = 30

/** Where a finding is, as people say it. */
export const placeName = ({ place }: Pick<StudioFinding, 'place'>, draft: Draft, language: string): string => {
  const row = place.row === null ? undefined : draft.rows.get(place.row)
  if (row !== undefined) {
    const word = readText(row.data[isQuestion(row) ? 'prompt' : 'title'], language) || row.code
    return `${numberOf(row)} ${word}`.trim()
  }
  return place.part === null ? texts.whole : sectionTexts[sectionOfPart(place.part)].label
}

const rank = { error: 0, warning: 1, info: 2 } as const

/** What is wrong or could be better, each with a way to where it is. */
export function Checks({ onGo }: { readonly onGo: (finding: StudioFinding) => void }) {
  const findings = useView(read.findings)
  const draft = useView(read.draft)
  const isChecking = useView(read.isChecking)
  const { language } = useFacts()
  const [most, setMost] = useState(atFirst)
  const sorted = [...findings].sort((one, other) => rank[one.severity] - rank[other.severity])
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const advice = findings.length - errors
  return (
    <section className={styles.card} aria-labelledby="studio-controles">
      <div className={styles.cardHead}>
        <h2 id="studio-controles" className={styles.columnTitle}>{studioTexts.columns.checks}</h2>
        <p className={styles.counts} role="status">
          {isChecking ? <span className={styles.soft}>{texts.checking}</span> : null}
          {errors > 0 ? <span className={styles.wrongCount}><Icon name="warning-octagon" />{texts.errors(errors)}</span> : null}
          {advice > 0 ? <span className={styles.adviceCount}><Icon name="warning" />{texts.warnings(advice)}</span> : null}
        </p>
      </div>
      {findings.length === 0 ? <p className={styles.fine}><Icon name="check-circle" /><span>{texts.none}</span></p> : null}
      <ul className={styles.findings}>
        {sorted.slice(0, most).map((finding, index) => (
          <li key={`${finding.pointer}:${finding.code}:${index}`} className={styles.finding}>
            <span className={finding.severity === 'error' ? styles.wrong : styles.advice}>
              <Icon name={finding.severity === 'error' ? 'warning-octagon' : 'warning'} />
            </span>
            <div>
              <p>{finding.message}</p>
              <p className={styles.soft}>{placeName(finding, draft, language)} · <span className={styles.findingCode}>{finding.code}</span></p>
              <Button look="quiet" className={styles.go} onClick={() => onGo(finding)}>{texts.go}<span className={styles.hidden}> {index + 1}</span></Button>
            </div>
          </li>
        ))}
      </ul>
      {sorted.length > most ? <Button look="quiet" onClick={() => setMost(most + 100)}>{texts.more(sorted.length - most)}</Button> : null}
    </section>
  )
}
