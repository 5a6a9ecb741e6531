'use client'

/** What becomes, at sign-out, of what was typed and not sent. Comes when there is something. */
import { useEffect } from 'react'

import { unsentTexts as texts } from '#texts/unsent.ts'
import { Button } from '#ui/actions/button.tsx'
import { Dialog } from '#ui/dialog/dialog.tsx'
import { openDialog } from '#ui/dialog/dialog-opener.tsx'

import { diagnosticsKept, storageHere, tellGone } from './keep.ts'
import type { Owner } from './session.ts'
import { endSessions, sessionOf } from './session.ts'
import type { Saver } from './saver.ts'

/** How long a person who wants to go waits for the server, in milliseconds. */
const patience = 8_000

const ownersOf = (person: string): readonly Owner[] =>
  diagnosticsKept(storageHere(), person).map((diagnostic) => ({ diagnostic, person }))

/** Until nothing is on its way any more. */
const settled = (saver: Saver): Promise<void> =>
  new Promise((resolve) => {
    const isBusy = () => saver.rows().some(({ state }) => state.kind === 'saving')
    if (!isBusy()) {
      resolve()
      return
    }
    const stop = saver.subscribe(() => {
      if (isBusy()) return
      stop()
      resolve()
    })
  })

/** Sends what a person left on this device, in any diagnostic; answers how much could not be sent. */
export const sendUnsent = async (person: string): Promise<number> => {
  const savers = ownersOf(person).map((owner) => sessionOf(owner).saver)
  const tooLong = new Promise<void>((resolve) => {
    setTimeout(resolve, patience)
  })
  await Promise.race([Promise.all(savers.map(sendAll)), tooLong])
  return savers.reduce((sum, saver) => sum + saver.unsent(), 0)
}

/** What two tabs typed in one row leaves one after the other. */
const sendAll = async (saver: Saver): Promise<void> => {
  saver.flush()
  saver.retry()
  do await settled(saver)
  while (saver.resume() > 0)
}

/** Leaves nothing of a person on this device. */
export const forgetUnsent = (person: string): void => {
  endSessions(ownersOf(person))
  tellGone(storageHere(), person)
}

/** What could not be sent: the person chooses between staying and losing it. */
export function UnsentDialog({ id, count, onLeave }: {
  readonly id: string
  readonly count: number
  readonly onLeave: () => void
}) {
  useEffect(() => {
    openDialog(id)
  }, [id])
  const isAway = !navigator.onLine
  return (
    <Dialog
      id={id}
      title={texts.title(count)}
      closeLabel={texts.stay}
      actions={isAway ? undefined : <Button variant="danger" onClick={onLeave}>{texts.leave}</Button>}
    >
      <p>{isAway ? texts.away : texts.text}</p>
    </Dialog>
  )
}
