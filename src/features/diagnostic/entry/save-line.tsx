'use client'

import { frClock } from '#texts/clock.ts'
import { entryTexts } from '#texts/saisie.ts'
import { SaveStatus } from '#ui/form/save-status.tsx'

import type { SaveState } from '../saving/row.ts'
import { usePage } from './page-context.ts'
import { SignInAgain } from './sign-in-again.tsx'

const texts = entryTexts.save

/** Where the saving of a field stands, in words; nothing while there is nothing to say. */
export function SaveLine({ state }: { readonly state: SaveState }) {
  const { timeZone } = usePage()
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
          {texts.signedOut} <SignInAgain />
        </SaveStatus>
      )
    case 'refused':
      return (
        <SaveStatus state="error">
          {state.message || texts.refused}
          {state.href === undefined ? null : <> <a href={state.href}>{texts.goOn}</a></>}
        </SaveStatus>
      )
  }
}
