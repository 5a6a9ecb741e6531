import type { SaveConflict, Saved } from '#domain/diagnostic/save-protocol.ts'
import type { AnswerFinding } from '#plugins/referentiels/engine/evaluate/answer-finding.ts'
import type { Database } from '#server/database/database-of.ts'

import type { ScoredRows } from './rows.queries.ts'

/** With what a save is done: the rows are those of its diagnostic, as they stood when the request came. */
export type SaveMeans = { readonly database: Database; readonly rows: ScoredRows; readonly now: Date }

/** How a save ended: written, not what the question takes, or too late. The last two changed nothing. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'refused'; readonly findings: readonly AnswerFinding[] }
  | { readonly kind: 'conflict'; readonly conflict: Omit<SaveConflict, 'errors'> }

/** What is told of a row that nobody wrote to, when a save starts from a counter that it never had. */
export const neverWritten = (now: Date) => ({ revision: 0, at: now.toISOString(), by: null, isOwn: false })
