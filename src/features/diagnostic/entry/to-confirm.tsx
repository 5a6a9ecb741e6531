import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { carriedTexts as texts } from '#texts/carried.ts'
import { Button } from '#ui/actions/button.tsx'
import { Note } from '#ui/feedback/note.tsx'

import type { Fields } from '../saving/row.ts'

/** What goes with a change of something carried: it is confirmed by that. */
export const confirmed = (reason: AnswerValue | undefined): Fields => (typeof reason === 'string' ? { toConfirm: null } : {})

/** « À confirmer » : carried from an older version of the référentiel, and nobody has looked at it yet. */
export function ToConfirm({ reason, of, isReadOnly, isAnswered, onConfirm }: {
  readonly reason: AnswerValue | undefined
  /** What is confirmed, for those who hear the button alone. */
  readonly of: string
  readonly isReadOnly: boolean
  readonly isAnswered: boolean
  readonly onConfirm: () => void
}) {
  if (typeof reason !== 'string' || !isAnswered) return null
  return (
    <Note tone="attention" icon="arrows-clockwise" title={texts.mark}>
      <p>{texts.lead(reason)}</p>
      {isReadOnly ? null : <div><Button dense aria-label={texts.confirmOf(of)} onClick={onConfirm}>{texts.confirm}</Button></div>}
    </Note>
  )
}
