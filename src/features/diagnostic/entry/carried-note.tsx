import { carriedTexts as texts } from '#texts/carried.ts'
import { entryTexts } from '#texts/saisie.ts'
import { Button } from '#ui/actions/button.tsx'
import { Note } from '#ui/feedback/note.tsx'

export type CarriedNoteProps = {
  readonly reason: string
  /** What is confirmed, for those who hear the button alone. */
  readonly of: string
  readonly isReadOnly: boolean
  readonly onConfirm: () => void
}

/** « À confirmer » : carried from an older version of the référentiel, and nobody has looked at it yet. */
export function CarriedNote({ reason, of, isReadOnly, onConfirm }: CarriedNoteProps) {
  return (
    <Note tone="attention" icon="arrows-clockwise" title={entryTexts.carried}>
      <p>{texts.lead(reason)}</p>
      {isReadOnly ? null : <div><Button dense aria-label={texts.confirmOf(of)} onClick={onConfirm}>{texts.confirm}</Button></div>}
    </Note>
  )
}
