import { lazy, Suspense } from 'react'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'

import type { Fields } from '../saving/row.ts'
import type { CarriedNoteProps } from './carried-note.tsx'

/** What goes with a change of something carried: it is confirmed by that. */
export const confirmed = (reason: AnswerValue | undefined): Fields => (typeof reason === 'string' ? { toConfirm: null } : {})

// Only after a move to a newer version. What the server drew stays where it can't be fetched.
const Carried = lazy(async () => ({ default: (await import('./carried-note.tsx').catch(() => new Promise<never>(() => undefined))).CarriedNote }))

/** What was carried and is still to be confirmed; nothing for the rest. */
export function ToConfirm({ reason, isAnswered, ...shown }: Omit<CarriedNoteProps, 'reason'> & {
  readonly reason: AnswerValue | undefined
  readonly isAnswered: boolean
}) {
  return typeof reason === 'string' && isAnswered ? <Suspense fallback={null}><Carried reason={reason} {...shown} /></Suspense> : null
}
