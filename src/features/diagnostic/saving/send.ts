import { answerPath, assessmentPath, personHeader } from '#domain/diagnostic/save-paths.ts'
import type { Saved, SaveConflict } from '#domain/diagnostic/save-protocol.ts'

import type { Fields, Meanwhile, Pending, RowName } from './row.ts'
import type { Owner } from './session.ts'

/** As the browser reads it: fields by their name. */
export type SavedReply = Omit<Saved, 'current'> & { readonly current?: Fields }

/** What became of one request. */
export type Outcome =
  | { readonly kind: 'saved'; readonly reply: SavedReply }
  | { readonly kind: 'changed'; readonly theirs: Meanwhile }
  /** `href`: where to go on, when the diagnostic was replaced. */
  | { readonly kind: 'refused'; readonly message: string; readonly href?: string }
  | { readonly kind: 'signedOut' }
  /** No answer at all. */
  | { readonly kind: 'unreachable' }
  /** The server could not, and may later. */
  | { readonly kind: 'failed' }

export type Send = (name: RowName, pending: Pending, options: { readonly closing: boolean }) => Promise<Outcome>

/** A server that says nothing for this long is not reached, in milliseconds. */
const patience = 20_000

/** Browsers refuse to let a larger request outlive its page, in characters. */
const largestLastWords = 60_000

/** Sends one person’s changes to the endpoints of one diagnostic. */
export const sendTo = ({ diagnostic, person }: Owner): Send => async (name, { op, base, set }, { closing }) => {
  const path = name.kind === 'answer' ? answerPath(diagnostic, name.question) : assessmentPath(diagnostic, name.criterion)
  const body = JSON.stringify(
    name.kind === 'answer' ? { op, base, ...(name.grid === 0 ? {} : { grid: name.grid }), ...set } : { op, base, set },
  )
  try {
    const response = await fetch(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', [personHeader]: person },
      body,
      credentials: 'same-origin',
      keepalive: closing && body.length < largestLastWords,
      signal: AbortSignal.timeout(patience),
    })
    return await outcomeOf(response)
  } catch {
    return { kind: 'unreachable' }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isSaved = (value: unknown): value is SavedReply =>
  isRecord(value) &&
  typeof value['revision'] === 'number' &&
  typeof value['savedAt'] === 'string' &&
  isRecord(value['score']) &&
  Array.isArray(value['score']['pages']) &&
  (value['current'] === undefined || isRecord(value['current']))

type ChangedMeanwhile = Omit<SaveConflict, 'current' | 'errors'> & { readonly current: Fields }

const isChangedMeanwhile = (value: unknown): value is ChangedMeanwhile =>
  isRecord(value) && typeof value['revision'] === 'number' && isRecord(value['current']) && typeof value['at'] === 'string' && typeof value['isOwn'] === 'boolean'

const sentenceOf = (value: unknown): string =>
  isRecord(value) && Array.isArray(value['errors'])
    ? value['errors'].map((error: unknown) => (isRecord(error) && typeof error['message'] === 'string' ? error['message'] : '')).join(' ')
    : ''

/** Of a diagnostic that was replaced: the new one, on this site. */
const placeOf = (value: unknown): string | null => {
  const errors: unknown = isRecord(value) ? value['errors'] : null
  const error: unknown = Array.isArray(errors) ? errors[0] : null
  const href = isRecord(error) && error['code'] === 'DIAGNOSTIC_REPLACED' ? error['href'] : null
  return typeof href === 'string' && href.startsWith('/espace/') ? href : null
}

/** Whether the same request may succeed later. */
const mayPass = ({ ok, status }: Response): boolean => ok || status === 408 || status === 429 || status >= 500

const outcomeOf = async (response: Response): Promise<Outcome> => {
  // No zod in the browser: what our endpoints say is recognised by its shape, and anything else is told as a failure.
  const reply: unknown = await response.json().catch(() => null)
  if (response.ok && isSaved(reply)) return { kind: 'saved', reply }
  if (response.status === 409 && isChangedMeanwhile(reply)) {
    const { revision, current, by, isOwn, at } = reply
    return { kind: 'changed', theirs: { revision, fields: current, by, isOwn, at } }
  }
  if (response.status === 401) return { kind: 'signedOut' }
  if (mayPass(response)) return { kind: 'failed' }
  const href = placeOf(reply)
  return { kind: 'refused', message: sentenceOf(reply), ...(href !== null && { href }) }
}
