'use client'

import { Fragment } from 'react'

import { differences } from '#domain/diagnostic/merge-text.rules.ts'
import { frClock } from '#texts/clock.ts'
import { conflictTexts as texts } from '#texts/conflict.ts'
import { Button } from '#ui/actions/button.tsx'
import { Conflict } from '#ui/form/conflict.tsx'

import type { Choice } from '../saving/saver.ts'
import type { ConflictProps } from './conflict-box.tsx'
import { usePage } from './page-context.ts'

/** What is in one text and not in the other stands out. */
function Marked({ from, to }: { readonly from: string; readonly to: string }) {
  return differences(from, to).map(({ text, isNew }, index) =>
    isNew ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  )
}

/** Two versions of what is contested, and what one may keep (« Garder les deux » first). */
export function ConflictVersions({ row, parts, goOn }: ConflictProps) {
  const { timeZone } = usePage()
  if (row.state.kind !== 'conflict') return null
  const { by, at, isOwn, fields } = row.state.theirs
  const isText = parts.every((part) => part.isText)
  const name = by ?? texts.someone
  const version = (own: typeof fields, other: typeof fields) =>
    parts.map(({ field, isText: isTyped, show }, index) => (
      <Fragment key={field}>
        {index === 0 ? null : ' — '}
        {isTyped && show(own[field]) !== '' ? <Marked from={show(other[field])} to={show(own[field])} /> : show(own[field]) || texts.empty}
      </Fragment>
    ))
  const act = (choice: Choice) => () => {
    goOn()
    row.resolve(choice)
  }
  return (
    <div role="alert">
      <p>{isText ? (isOwn ? texts.ownText : texts.text(name)) : (isOwn ? texts.ownChoice : texts.choice(name))}</p>
      <Conflict
        theirs={{ heading: (isOwn ? texts.ownElsewhere : texts.theirs)(frClock(at, timeZone), name), text: version(fields, row.fields) }}
        mine={{ heading: isOwn ? texts.ownHere : texts.mine, text: version(row.fields, fields) }}
        actions={
          <>
            {isText ? <Button dense onClick={act('both')}>{texts.both}</Button> : null}
            <Button dense variant={isText ? 'quiet' : 'secondary'} onClick={act('theirs')}>{texts.takeTheirs}</Button>
            <Button dense variant="quiet" onClick={act('mine')}>{texts.keepMine}</Button>
          </>
        }
      />
    </div>
  )
}
