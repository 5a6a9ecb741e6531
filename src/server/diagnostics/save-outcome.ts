import type { SaveConflict, Saved } from '#domain/diagnostic/save-protocol.ts'
import type { AnswerFinding } from '#plugins/referentiels/engine/evaluate/answer-finding.ts'

/** How a save ended: written, not what the question takes, or too late. The last two changed nothing. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'refused'; readonly findings: readonly AnswerFinding[] }
  | { readonly kind: 'conflict'; readonly conflict: Omit<SaveConflict, 'errors'> }
