import { sameAnswer } from '#domain/diagnostic/same-answer.rules.ts'
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
export type Meanwhile = {
  readonly revision: number
  readonly fields: Fields
  readonly by: string | null
  readonly at: string
  /** It was the same person, in another tab or on another device. */
  readonly isOwn: boolean
}

/** Where on the site a row is filled in, to lead there from any page. */
export type RowPlace = {
  readonly page: string
  readonly criterion: string
  /** « 14 », or the title of a criterion without a number. */
  readonly label: string
}

/** What a page knows of a row. */
export type KnownRow = { readonly name: RowName; readonly stored: StoredRow; readonly place: RowPlace }

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
  | { readonly kind: 'refused'; readonly message: string; readonly href?: string }
  | { readonly kind: 'conflict'; readonly theirs: Meanwhile }

export type Row = {
  readonly name: RowName
  readonly place: RowPlace | null
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

/** What the person gave and the server has not acknowledged. */
export const unsavedFields = ({ pending, draft }: Pick<Row, 'pending' | 'draft'>): Fields => ({ ...pending?.set, ...draft })

export const hasUnsaved = ({ pending, draft }: Row): boolean => pending !== null || Object.keys(draft).length > 0

/** The server holds what we gave, by whatever way it got there. */
export const holds = (stored: StoredRow, given: Fields): boolean =>
  Object.entries(given).every(([field, value]) => sameAnswer(stored.fields[field], value))

/** The fields in which two people's values stand against each other. */
export const contestedFields = (row: Row): readonly string[] => {
  if (row.state.kind !== 'conflict') return []
  const { theirs } = row.state
  return Object.entries(unsavedFields(row))
    .filter(([field, mine]) => !sameAnswer(theirs.fields[field], row.stored.fields[field]) && !sameAnswer(theirs.fields[field], mine))
    .map(([field]) => field)
}
