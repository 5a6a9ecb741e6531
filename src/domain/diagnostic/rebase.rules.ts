/**
 * What becomes of a save that started from an older state of the row (design.md §5: nothing is overwritten
 * silently). It decides which fields still fit.
 */
import { mergeTexts } from './merge-text.rules.ts'
import type { AssessmentFields } from './save-protocol.ts'

type FieldName = keyof AssessmentFields

/** An assessment to which nobody wrote yet. */
export const untouched: Required<AssessmentFields> = {
  notConcerned: false,
  reason: null,
  toReview: false,
  practices: null,
  priority: null,
  target: null,
  target3: null,
}

const isFieldName = (name: string): name is FieldName => Object.hasOwn(untouched, name)

export type Rebased = { readonly ok: true; readonly set: AssessmentFields } | { readonly ok: false; readonly fields: readonly FieldName[] }

/**
 * Carries a save over the changes made since: a field that nobody else touched keeps the new value, the same value
 * on both sides is no matter, and texts are joined. Names the fields where two people's values stand against each
 * other.
 */
export const rebase = ({
  started,
  current,
  set,
}: {
  /** The row as the writer saw it. */
  readonly started: AssessmentFields
  /** The row as it stands. */
  readonly current: AssessmentFields
  readonly set: AssessmentFields
}): Rebased => {
  const fitted: AssessmentFields = { ...set }
  const against: FieldName[] = []
  for (const name of Object.keys(set).filter(isFieldName)) {
    if (current[name] === started[name] || current[name] === set[name]) continue
    const joined =
      name === 'practices'
        ? mergeTexts({ started: started.practices ?? '', mine: set.practices ?? '', theirs: current.practices ?? '' })
        : null
    if (joined === null || joined.contradicts) against.push(name)
    else fitted.practices = joined.text
  }
  return against.length === 0 ? { ok: true, set: fitted } : { ok: false, fields: against }
}

/** The row as it was at a counter: as it stands, with the journal's older values laid over it, newest first. */
export const stateBefore = (
  current: AssessmentFields,
  changes: readonly { readonly before: Readonly<Record<string, unknown>> }[],
  parse: (fields: unknown) => AssessmentFields,
): AssessmentFields => {
  const older = changes.toReversed().reduce<Record<string, unknown>>((state, { before }) => ({ ...state, ...before }), { ...current })
  return parse(Object.fromEntries(Object.entries(older).filter(([name]) => isFieldName(name))))
}
