import { type CheckedDocument, checkDocument } from '../engine/check/check-document.ts'
import { type DraftParts, documentOf } from '../publication/draft-rows.ts'
import type { StudioFinding } from './contract/draft.ts'
import type { DeskRow } from './desk.ts'
import { placeFindings } from './place-findings.ts'

export type DraftState = {
  readonly id: string
  readonly referentiel: string
  readonly version: string
  readonly sequence: number
  readonly isArranged: boolean
  readonly parts: DraftParts
  readonly rows: readonly DeskRow[]
}

/** `document` is absent while an error stands. */
type Checked = { readonly document?: CheckedDocument['document']; readonly findings: readonly StudioFinding[] }

/** How many drafts a process remembers the findings of: checking 1,470 nodes takes about a tenth of a second. */
const kept = 20
const known = new Map<string, { readonly sequence: number; readonly checked: Checked }>()

/** The findings of a draft, each at its place; checked once for each state, however many people ask. */
export const checkedDraft = (state: DraftState): Checked => {
  const before = known.get(state.id)
  known.delete(state.id)
  const checked = before?.sequence === state.sequence ? before.checked : check(state)
  known.set(state.id, { sequence: state.sequence, checked })
  const [oldest] = known.keys()
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return checked
}

const check = (state: DraftState): Checked => {
  const raw = documentOf(state)
  const { document, findings } = checkDocument(raw)
  const placed = placeFindings(findings, { document: raw, rows: state.rows, isArranged: state.isArranged })
  return document === undefined ? { findings: placed } : { document, findings: placed }
}
