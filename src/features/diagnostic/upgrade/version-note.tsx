import { diagnosticTexts } from '#texts/diagnostic.ts'
import { upgradeTexts } from '#texts/passage.ts'
import { LinkButton } from '#ui/actions/link-button.tsx'
import { Note } from '#ui/feedback/note.tsx'
import { AppLink } from '#ui/link/app-link.tsx'

import styles from '../diagnostic.module.css'
import type { DiagnosticSummary } from '../diagnostic.queries.ts'

const texts = upgradeTexts.note

/** Above a diagnostic: a newer version of its référentiel, the diagnostic that took its place, or the one that it took over from. */
export function VersionNote({ diagnostic, all, home, mayMove }: {
  readonly diagnostic: DiagnosticSummary
  readonly all: readonly DiagnosticSummary[]
  readonly home: string
  readonly mayMove: boolean
}) {
  const { id, state, newer, replaces, referentiel } = diagnostic
  const page = `${home}/diagnostic/${id}/nouvelle-version`
  const successor = all.find((each) => each.replaces === id)
  if (state === 'replaced') {
    return (
      <div className={styles.lock}>
        <Note icon="lock-simple">
          <p>
            {diagnosticTexts.locked.replaced}
            {successor === undefined ? null : <> <AppLink href={`${home}/diagnostic/${successor.id}`}>{texts.goOn}</AppLink></>}
          </p>
        </Note>
      </div>
    )
  }
  if (newer !== null && state === 'open') {
    return (
      <div className={styles.lock}>
        <Note title={texts.title}>
          <p>{texts.text(newer)}{mayMove ? null : ` ${texts.others}`}</p>
          <div className={styles.acts}><LinkButton dense iconAfter="arrow-right" href={page}>{texts.see}</LinkButton></div>
        </Note>
      </div>
    )
  }
  const before = all.find((each) => each.id === replaces && each.referentiel === referentiel)
  if (before === undefined) return null
  return <p className={styles.detail}>{texts.came(before.version)} <AppLink href={page}>{texts.seeCame}</AppLink></p>
}
