/**
 * Where a campaign, a diagnostic and the work on one criterion stand (domain.md §5.3, design.md §4).
 * It names the states; who may change them is in `#domain/rights`, what a change asks for where it is made.
 */

export const campaignStates = ['preparation', 'running', 'toValidate', 'validated', 'archived'] as const

/** At most one diagnostic is open for one référentiel and one perimeter; a move to a newer revision replaces it. */
export const diagnosticStates = ['open', 'validated', 'replaced', 'archived'] as const

export const workStates = ['toDo', 'running', 'toReview', 'done'] as const

/** How a row came to be: typed, voted in a workshop, taken over from last year, imported. */
export const sources = ['typed', 'workshop', 'carried', 'import'] as const

/** Not urgent, urgent, plan of action: shown as !, !!, !!! (domain.md §1.D). */
export const priorities = [1, 2, 3] as const
