'use client'

import { frClock } from '#texts/clock.ts'
import { entryTexts } from '#texts/saisie.ts'
import { Button } from '#ui/actions/button.tsx'
import { Conflict, SaveStatus } from '#ui/form/save-status.tsx'

import type { Fields, SaveState } from '../saving/row.ts'
import type { Choice } from '../saving/saver.ts'
import { usePage } from './page-context.ts'

const texts = entryTexts.save

/** Where the saving of a field stands, in words; nothing while there is nothing to say. */
export function SaveLine({ state }: { readonly state: SaveState }) {
  const { timeZone, home } = usePage()
  switch (state.kind) {
    case 'idle':
    case 'held':
    case 'conflict':
      return null
    case 'saving':
      return <SaveStatus state="saving">{texts.saving}</SaveStatus>
    case 'saved':
      return <SaveStatus state="saved">{texts.saved(frClock(state.at, timeZone))}</SaveStatus>
    case 'offline':
      return <SaveStatus state="offline">{texts.offline}</SaveStatus>
    case 'failing':
      return <SaveStatus state="error">{texts.failing}</SaveStatus>
    case 'signedOut':
      return (
        <SaveStatus state="error">
          {texts.signedOut} <a href={`/connexion?suite=${encodeURIComponent(home)}`}>{texts.signIn}</a>
        </SaveStatus>
      )
    case 'refused':
      return <SaveStatus state="error">{state.message || texts.refused}</SaveStatus>
  }
}

/** Two people wrote in one field: both versions, and what one may keep. */
export function ConflictBox({ state, mine, show, isText, resolve }: {
  readonly state: SaveState
  readonly mine: Fields
  /** The contested field in words. */
  readonly show: (fields: Fields) => string
  /** Texts can be kept both; choices can't. */
  readonly isText: boolean
  readonly resolve: (choice: Choice) => void
}) {
  const { timeZone } = usePage()
  if (state.kind !== 'conflict') return null
  const { conflict } = entryTexts
  const { by, at, fields } = state.theirs
  const name = by ?? conflict.someone
  return (
    <div role="alert">
      <p>{conflict.text(name)}</p>
      <Conflict
        theirs={{ heading: conflict.theirs(name, frClock(at, timeZone)), text: show(fields) || conflict.empty }}
        mine={{ heading: conflict.mine, text: show(mine) || conflict.empty }}
        actions={
          <>
            {isText ? <Button dense onClick={() => resolve('both')}>{conflict.both}</Button> : null}
            <Button dense variant={isText ? 'quiet' : 'secondary'} onClick={() => resolve('theirs')}>{conflict.takeTheirs}</Button>
            <Button dense variant="quiet" onClick={() => resolve('mine')}>{conflict.keepMine}</Button>
          </>
        }
      />
    </div>
  )
}
