/** What becomes of a row when the server answers. Pure: `saver.ts` keeps the row and sends it. */
import type { mergeTexts } from '#domain/diagnostic/merge-text.rules.ts'
import { sameAnswer } from '#domain/diagnostic/same-answer.rules.ts'
import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'

import type { Fields, Meanwhile, Row } from './row.ts'
import { contestedFields } from './row.ts'
import type { SavedReply } from './send.ts'

export type Merge = typeof mergeTexts

/** Going back to what is stored is no change, unless something else is on its way. */
export const withoutUnchanged = (draft: Fields, { stored, pending }: Row): Fields =>
  pending !== null
    ? draft
    : Object.fromEntries(Object.entries(draft).filter(([field, value]) => !sameAnswer(value, stored.fields[field])))

/** The fields that hold a text, and may come back joined with somebody else's. */
export const isText = (field: string): boolean => field === 'practices' || field === 'comment' || field === 'value'

/** A row whose save arrived: what it now stands on, and what of what was typed since is still to be sent. */
export const acknowledged = (
  row: Row,
  sent: Fields,
  { reply: { revision, savedAt, merged, current }, merge }: { readonly reply: SavedReply; readonly merge: Merge | null },
): Row => {
  // The server joined our text with somebody else's: what was typed since goes on from the joined one.
  const textField = Object.keys(sent).find(isText)
  const joined: Fields = merged === undefined || textField === undefined ? {} : { [textField]: merged }
  const fields = { ...row.stored.fields, ...current, ...sent, ...joined }
  const draft = Object.fromEntries(
    Object.entries(row.draft).map(([field, value]) => [
      field,
      field in joined && merge !== null ? joinedText(merge, sent[field], value, joined[field]) : value,
    ]),
  )
  const saved: Row = { ...row, stored: { revision, fields }, pending: null, draft, state: { kind: 'saved', at: savedAt } }
  const theirs: Meanwhile = { revision, fields, by: null, at: savedAt, isOwn: false }
  // Chosen since, without having seen what somebody else had chosen: that is for the person to see.
  const unseen: Row = { ...row, pending: null, draft: pick(draft, (field) => !(field in sent)), state: { kind: 'conflict', theirs } }
  const about = contestedFields(unseen)
  if (about.length > 0) {
    const seen = { ...fields, ...pick(row.stored.fields, (field) => about.includes(field)) }
    return { ...unseen, stored: { ...row.stored, fields: seen }, draft, about }
  }
  return { ...saved, draft: withoutUnchanged(draft, saved) }
}

export const pick = (fields: Fields, is: (field: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => is(field)))

export const joinedText = (merge: Merge, base: AnswerValue | undefined, mine: AnswerValue, theirs: AnswerValue | undefined): AnswerValue =>
  typeof mine === 'string' && typeof theirs === 'string'
    ? merge({ started: typeof base === 'string' ? base : '', mine, theirs }).text
    : mine
