'use client'

import { studioTexts } from '../../texts/studio/studio.ts'
import { useStudio, useView } from '../client/studio-context.ts'
import type { StudioView } from '../client/studio-store.ts'
import { readText } from '../fields/facts.ts'
import { useFacts } from '../fields/field-place.ts'
import type { Conflict } from '../model/session.rules.ts'
import { Button } from '../ui/button.tsx'
import ui from '../ui/ui.module.css'
import styles from './editor.module.css'

const texts = studioTexts.conflicts
const conflictsOfView = ({ session }: StudioView) => session.conflicts

/** A value as one reads it. */
const shown = (value: unknown, language: string): string => {
  if (value === undefined || value === null || value === '') return texts.empty
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? studioTexts.sheet.yes : studioTexts.sheet.no
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('\n')
  return readText(value, language) || JSON.stringify(value, null, 2)
}

const mineOf = ({ change }: Conflict): unknown => (change.kind === 'set' ? change.value : undefined)

/** What one wrote on something that a colleague took out: it has no place any more, and can be taken along. */
function Lost({ words, onSettled }: { readonly words: unknown; readonly onSettled: () => void }) {
  const { language } = useFacts()
  const { say } = useStudio()
  const text = words === undefined || words === null || words === '' ? null : shown(words, language)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text ?? '').then(() => say(texts.copied), () => say(texts.notCopied))
  }
  return (
    <>
      {text === null ? null : (
        <div>
          <h3>{texts.mine}</h3>
          <p className={styles.quote}>{text}</p>
        </div>
      )}
      <div className={ui.row}>
        {text === null ? null : <Button onClick={() => void copy()}>{texts.copy}</Button>}
        <Button look="quiet" onClick={onSettled}>{texts.understood}</Button>
      </div>
    </>
  )
}

/** Where a colleague wrote at the same time: both texts, and the choice. */
export function Conflicts() {
  const conflicts = useView(conflictsOfView)
  const { store } = useStudio()
  const { language } = useFacts()
  if (conflicts.length === 0) return null
  return (
    <section className={styles.conflicts} aria-labelledby="studio-conflits">
      <div role="status"><h2 id="studio-conflits" className={styles.columnTitle}>{texts.title(conflicts.length)}</h2></div>
      <p>{texts.lead}</p>
      {conflicts.map((conflict) => {
        const by = conflict.by?.name ?? null
        return (
          <div key={conflict.id} role="group" aria-label={conflict.label} className={styles.conflict}>
            <p><strong>{conflict.reason === 'gone' ? texts.gone(conflict.label, by) : texts.what(conflict.label, by)}</strong></p>
            {conflict.reason === 'gone' || !('base' in conflict.change) || conflict.change.kind !== 'set' ? (
              <Lost words={mineOf(conflict)} onSettled={() => store.settle(conflict.id, 'theirs')} />
            ) : (
              <div className={styles.both}>
                <div>
                  <h3>{texts.mine}</h3>
                  <p className={styles.quote}>{shown(mineOf(conflict), language)}</p>
                  <Button onClick={() => store.settle(conflict.id, 'mine')}>{texts.keepMine}</Button>
                </div>
                <div>
                  <h3>{texts.theirs}</h3>
                  <p className={styles.quote}>{shown(conflict.theirs, language)}</p>
                  <Button onClick={() => store.settle(conflict.id, 'theirs')}>{texts.keepTheirs}</Button>
                </div>
              </div>
            )}
          </div>
        )
      })}
    </section>
  )
}
