import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'

/** One row of the database as the browser holds it: an answer, or what is said of a criterion. */
export type RowName =
  | { readonly kind: 'answer'; readonly question: string; readonly grid: number }
  | { readonly kind: 'assessment'; readonly criterion: string }

/** The fields of a row by name: `value` and `comment` of an answer; `practices`, `priority`… of an assessment. */
export type Fields = Readonly<Record<string, AnswerValue>>

/** What the server holds, as the page was told. `revision` is 0 where there is no row yet. */
export type StoredRow = { readonly revision: number; readonly fields: Fields }

/** A change on its way. The same `op` is sent until it is answered, so that it is applied once. */
export type Pending = { readonly op: string; readonly base: number; readonly set: Fields }

/** What somebody else wrote while we were writing. */
export type Meanwhile = { readonly revision: number; readonly fields: Fields; readonly by: string | null; readonly at: string }

export type SaveState =
  | { readonly kind: 'idle' }
  /** Typed, not sent: something that has to come with it is missing. */
  | { readonly kind: 'held' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'offline' }
  /** Will be tried again by itself. */
  | { readonly kind: 'failing' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: Meanwhile }

export type Row = {
  readonly name: RowName
  /** The last state that the server told us; what a change starts from. */
  readonly stored: StoredRow
  readonly pending: Pending | null
  /** Typed since, and not on its way yet. */
  readonly draft: Fields
  readonly state: SaveState
  /** The fields that `state` is about. */
  readonly about: readonly string[]
}

export const rowKey = (name: RowName): string =>
  name.kind === 'answer' ? `answer:${name.grid}:${name.question}` : `assessment:${name.criterion}`

/** What the person sees in the fields: what they typed over what is stored. */
export const shownFields = ({ stored, pending, draft }: Row): Fields => ({ ...stored.fields, ...pending?.set, ...draft })

export const hasUnsaved = ({ pending, draft }: Row): boolean => pending !== null || Object.keys(draft).length > 0

export const sameValue = (first: AnswerValue | undefined, second: AnswerValue | undefined): boolean =>
  JSON.stringify(first ?? null) === JSON.stringify(second ?? null)
