/**
 * Where one goes on in a questionnaire: which criterion opens first, what comes after it (look.md §1, « one question
 * at a time is open »). Decides on what the page knows; reads no référentiel, so that the browser may use it.
 */

/** As `criterionStates` of `advance.rules.ts`, told apart from the engine for the browser. */
export type StepState = 'notApplicable' | 'notConcerned' | 'uncertain' | 'unanswered' | 'started' | 'answered'

export type CriterionStep = {
  readonly code: string
  readonly state: StepState
  /** Whether the person who looks may answer it. */
  readonly isWritable: boolean
}

export type PageStep = { readonly code: string; readonly answered: number; readonly applicable: number }

export type NextStep =
  | { readonly kind: 'criterion'; readonly code: string }
  | { readonly kind: 'page'; readonly code: string }
  /** Nothing is missing any more. */
  | { readonly kind: 'done' }

/** Where one criterion stands, from its answers. One that waits for nothing is answered, one that may not apply is not. */
export const stepState = ({ applicability, isNotConcerned, answered, expected }: {
  readonly applicability: 'applies' | 'doesNotApply' | 'unknown'
  readonly isNotConcerned: boolean
  readonly answered: number
  readonly expected: number
}): StepState => {
  if (applicability === 'doesNotApply') return 'notApplicable'
  if (isNotConcerned) return 'notConcerned'
  if (applicability === 'unknown') return 'uncertain'
  if (answered >= expected) return 'answered'
  return answered === 0 ? 'unanswered' : 'started'
}

const isWaiting = ({ state }: CriterionStep): boolean => state === 'unanswered' || state === 'started'

/**
 * The criterion that a page opens: the one that its address names, else the first that waits for an answer and that
 * one may give; none when all are answered, or for a reader.
 */
export const firstToOpen = (criteria: readonly CriterionStep[], asked: string | null): string | null => {
  const named = criteria.find(({ code, state }) => code === asked && state !== 'notApplicable')
  return (named ?? criteria.find((criterion) => criterion.isWritable && isWaiting(criterion)))?.code ?? null
}

const fromPlace = <T extends { readonly code: string }>(list: readonly T[], code: string | null): readonly T[] => {
  const place = list.findIndex((each) => each.code === code)
  return [...list.slice(place + 1), ...list.slice(0, Math.max(place, 0))]
}

/** What comes after a criterion: the next one that waits on this page, then the next page with one, then nothing. */
export const nextStep = ({ criteria, open, pages, page }: {
  readonly criteria: readonly CriterionStep[]
  readonly open: string | null
  readonly pages: readonly PageStep[]
  readonly page: string
}): NextStep => {
  const criterion = fromPlace(criteria, open).find((each) => each.isWritable && isWaiting(each))
  if (criterion !== undefined) return { kind: 'criterion', code: criterion.code }
  const waiting = fromPlace(pages, page).find(({ answered, applicable }) => answered < applicable)
  return waiting === undefined ? { kind: 'done' } : { kind: 'page', code: waiting.code }
}

/** The criterion before or after one, in the page's order, for moving by keyboard. Stays at the ends. */
export const neighbour = (codes: readonly string[], from: string | null, step: 1 | -1): string | null => {
  const place = from === null ? -1 : codes.indexOf(from)
  if (place === -1) return (step === 1 ? codes[0] : codes.at(-1)) ?? null
  return codes[Math.min(Math.max(place + step, 0), codes.length - 1)] ?? null
}
