import { DomainError } from '#domain/domain-error.ts'
import { ripples } from '#domain/diagnostic/ripple.rules.ts'
import { sameAnswer } from '#domain/diagnostic/same-answer.rules.ts'
import type { SaveAnswerRequest } from '#domain/diagnostic/save-protocol.ts'
import { checkAnswer } from '#plugins/referentiels/engine/evaluate/check-answer.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { gridOf, noGrid } from '#plugins/referentiels/engine/evaluate/grids.ts'
import { rescore } from '#plugins/referentiels/engine/evaluate/rescore.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'

import { findAnswer, writeAnswer } from './answer.queries.ts'
import type { DiagnosticScope } from './diagnostic-scope.ts'
import { requireStillOpen, requireWithinThemes, requireWritable } from './diagnostic-scope.ts'
import { evaluationInput } from './evaluation-input.ts'
import type { SaveMeans, SaveOutcome } from './save-outcome.ts'
import { neverWritten } from './save-outcome.ts'
import { savedScore } from './saved-score.ts'
import { askedBy, priorWrite } from './writing.queries.ts'

/**
 * Saves one answer: checks it against its question, writes it with its journal entry if nobody wrote in between,
 * and tells the figures that follow. Throws NOT_FOUND for a question that this diagnostic does not ask, and what
 * `requireWritable` throws; an answer that the format forbids and one that came too late are outcomes.
 */
export const saveAnswer = async (
  scope: DiagnosticScope,
  { database, rows, now }: SaveMeans,
  { code, request }: { readonly code: string; readonly request: SaveAnswerRequest },
): Promise<SaveOutcome> => {
  requireWritable(scope, now)
  const { diagnostic } = scope
  const compiled = await compiledRevision(database, diagnostic)
  const question = compiled.questionByCode.get(code)
  if (question === undefined) throw new DomainError('NOT_FOUND')
  requireWithinThemes(scope, compiled, question.node)

  const { op, base, comment } = request
  // Of a repeated question, none means the first: it is stored as what it counts for. A grid that there can't be is `checkAnswer`'s to refuse.
  const grid = gridOf(compiled, question, request.grid ?? noGrid) ?? request.grid ?? noGrid
  // An answer that was taken back counts for nothing and is not among the rows; its comment is still there.
  const isKept = base > 0 && (comment === undefined || request.value === undefined)
  const stored = rows.answers.find((row) => row.question === code && row.grid === grid) ?? (isKept ? await findAnswer(scope, database, { question: code, grid }) : null)
  const row = { question: code, grid, value: request.value === undefined ? (stored?.value ?? null) : request.value, comment: comment === undefined ? (stored?.comment ?? null) : comment }
  const evaluation = evaluate(compiled, evaluationInput(diagnostic.profile, rows))
  const checked = checkAnswer(compiled, row, evaluation)
  // A comment alone leaves the answer as it stands, also one that other answers no longer allow.
  const value = request.value === undefined ? row.value : checked.value
  const errors = checked.findings.filter(({ severity, code: what }) => severity === 'error' && (request.value !== undefined || what === 'COMMENTAIRE_MANQUANT'))
  if (errors.length > 0) return { kind: 'refused', findings: errors }

  const score = () => {
    const after = rescore(compiled, evaluation, { answer: row })
    return { ...savedScore(after, question.criterion ?? question.node), refresh: ripples(evaluation, after) }
  }
  const asked = askedBy(scope, { code, request })
  const written = await writeAnswer(scope, database, { op, base, asked, question: code, grid, value, comment })
  if (written !== null) return { kind: 'saved', saved: { ...written, score: score() } }

  const prior = await priorWrite(scope, database, { op, asked })
  if (prior !== null) return { kind: 'saved', saved: { ...prior, score: score() } }
  const current = await findAnswer(scope, database, { question: code, grid })
  if (current === null || current.revision === base) {
    await requireStillOpen(scope, database)
    if (current === null && base > 0) return { kind: 'conflict', conflict: { ...neverWritten(now), current: { value: null, comment: null } } }
    throw new DomainError('UNAVAILABLE')
  }
  const { revision, at, by, isOwn } = current
  // The same answer with a comment that this writer has not seen is not the same: they are shown it.
  if (sameAnswer(current.value, value) && (comment ?? null) === current.comment) {
    return { kind: 'saved', saved: { revision, savedAt: at, score: score() } }
  }
  return { kind: 'conflict', conflict: { revision, at, by, isOwn, current: { value: current.value, comment: current.comment } } }
}
