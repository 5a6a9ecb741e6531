import { DomainError } from '#domain/domain-error.ts'
import { mergeTexts } from '#domain/diagnostic/merge-text.rules.ts'
import { rebase, stateBefore, untouched } from '#domain/diagnostic/rebase.rules.ts'
import type { AssessmentFields, SaveAssessmentRequest } from '#domain/diagnostic/save-protocol.ts'
import { assessmentFields } from '#domain/diagnostic/save-protocol.ts'
import type { CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import type { AnswerFinding } from '#plugins/referentiels/engine/evaluate/answer-finding.ts'
import { rescore } from '#plugins/referentiels/engine/evaluate/rescore.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'

import type { CurrentAssessment } from './assessment.queries.ts'
import { changesSince, findAssessment, writeAssessment } from './assessment.queries.ts'
import type { DiagnosticScope } from './diagnostic-scope.ts'
import { requireStillOpen, requireWithinThemes, requireWritable } from './diagnostic-scope.ts'
import { evaluationInput } from './evaluation-input.ts'
import type { SaveMeans, SaveOutcome } from './save-outcome.ts'
import { neverWritten } from './save-outcome.ts'
import { savedScore } from './saved-score.ts'
import { askedBy, priorWrite } from './writing.queries.ts'

/** How often a save is carried over other people's before its writer is asked. */
const attempts = 5

/** So many changes by others are carried over; who comes from further back is asked, as nobody can read so much of a journal in passing. */
const mostReplayed = 100

/** Writing these looks at what was carried, and so confirms it. */
const confirming = ['practices', 'notConcerned', 'reason'] as const

/** What the criterion forbids: a level that its scale does not have as a target, « non concerné » without a reason or on an imperative. */
const refusals = (criterion: CompiledNode, set: AssessmentFields, stored: AssessmentFields | undefined): readonly AnswerFinding[] => {
  const levels = criterion.questions.find(({ isRating }) => isRating)?.values.filter(({ score }) => score !== null) ?? []
  const codes = levels.map(({ code }) => code)
  const targets = (['target', 'target3'] as const).flatMap((name): readonly AnswerFinding[] => {
    const target = set[name] ?? null
    if (target === null || codes.includes(target)) return []
    return [{ severity: 'error', code: 'VALEUR_INCONNUE', path: [name], value: target, expected: codes }]
  })
  // Emptying the reason of what is not concerned would leave it so without one.
  const isDeclared = set.notConcerned ?? (set.reason !== undefined && stored?.notConcerned === true)
  if (!isDeclared) return targets
  const reason = set.reason === undefined ? stored?.reason : set.reason
  const path = ['notConcerned', criterion.code]
  if (criterion.isImperative) return [...targets, { severity: 'error', code: 'NON_CONCERNE_IMPERATIF', path }]
  if ((reason ?? '').trim() === '') return [...targets, { severity: 'error', code: 'MOTIF_MANQUANT', path }]
  return targets
}

/**
 * Saves some fields of one assessment. Who wrote meanwhile to other fields, or to other lines of the same text,
 * is no obstacle: the save is carried over. Throws NOT_FOUND for what is no criterion of this diagnostic, and what
 * `requireWritable` throws.
 */
export const saveAssessment = async (
  scope: DiagnosticScope,
  { database, rows, now }: SaveMeans,
  { code, request }: { readonly code: string; readonly request: SaveAssessmentRequest },
): Promise<SaveOutcome> => {
  requireWritable(scope, now)
  const { diagnostic } = scope
  const [compiled, stored] = await Promise.all([
    compiledRevision(database, diagnostic),
    findAssessment(scope, database, code),
  ])
  const criterion = compiled.criteria.find((node) => node.code === code)
  if (criterion === undefined) throw new DomainError('NOT_FOUND')
  requireWithinThemes(scope, compiled, code)
  const { toConfirm, ...asked } = request.set
  const confirms = toConfirm === null || confirming.some((name) => asked[name] !== undefined)
  const findings = refusals(criterion, asked, stored?.fields)
  if (findings.length > 0) return { kind: 'refused', findings }

  /** `isCarried`: others wrote meanwhile, so the writer is told the whole row, and nothing of theirs is overwritten unseen. */
  const saved = (
    set: AssessmentFields,
    over: CurrentAssessment | null,
    written: { readonly revision: number; readonly savedAt: string },
    { isCarried }: { readonly isCarried: boolean },
  ): SaveOutcome => {
    const fields = { ...(over?.fields ?? untouched), ...set }
    const change = { criterion: code, notConcerned: fields.notConcerned === true ? (fields.reason ?? '') : null }
    const evaluation = rescore(compiled, evaluate(compiled, evaluationInput(diagnostic.profile, rows)), change)
    const isMerged = set.practices !== asked.practices && typeof set.practices === 'string'
    return {
      kind: 'saved',
      saved: {
        ...written,
        score: savedScore(evaluation, code),
        ...(isMerged && { merged: set.practices ?? '' }),
        ...(isCarried && { current: fields }),
      },
    }
  }

  /** The row as it was at a counter; null where that is too long ago, or a counter that the row never had. */
  const stateAt = async ({ fields, revision }: CurrentAssessment, base: number): Promise<AssessmentFields | null> => {
    const count = revision - base
    if (count < 0 || count > mostReplayed) return null
    const changes = await changesSince(scope, database, { criterion: code, base, count })
    // Of a row that was written by another way than this one, nobody can say what it was.
    return changes.length === count ? stateBefore(fields, changes, (past) => assessmentFields.parse(past)) : null
  }

  /** A save whose reply was lost: told again as it was written, joined text included. */
  const savedBefore = async (over: CurrentAssessment | null, prior: { readonly revision: number; readonly savedAt: string }) => {
    const row = over === null ? null : { ...over, fields: (await stateAt(over, prior.revision)) ?? over.fields }
    return saved(asked.practices === undefined ? {} : { practices: row?.fields.practices ?? null }, row, prior, { isCarried: true })
  }

  const operation = askedBy(scope, { code, request })
  let [base, set]: [number, AssessmentFields] = [request.base, asked]
  let over = stored
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const written = await writeAssessment(scope, database, { op: request.op, base, asked: operation, criterion: code, set, confirms })
    if (written !== null) return saved(set, over, written, { isCarried: attempt > 0 })
    const prior = await priorWrite(scope, database, { op: request.op, asked: operation })
    over = await findAssessment(scope, database, code)
    if (prior !== null) return savedBefore(over, prior)
    if (over === null || over.revision === base) {
      await requireStillOpen(scope, database)
      if (over === null && base > 0) return { kind: 'conflict', conflict: { ...neverWritten(now), current: untouched } }
      continue
    }
    const started = request.base === 0 ? untouched : await stateAt(over, request.base)
    if (started === null) return conflictOf(over, untouched, asked)
    const rebased = rebase({ started, current: over.fields, set: asked })
    if (!rebased.ok) return conflictOf(over, started, asked)
    base = over.revision
    set = rebased.set
    // What others wrote meanwhile may have taken what this one needs: a reason, say.
    const meanwhile = refusals(criterion, set, over.fields)
    if (meanwhile.length > 0) return { kind: 'refused', findings: meanwhile }
  }
  throw new DomainError('UNAVAILABLE')
}

const conflictOf = ({ fields, revision, at, by, isOwn }: CurrentAssessment, started: AssessmentFields, set: AssessmentFields): SaveOutcome => {
  const { practices: mine } = set
  const both =
    typeof mine === 'string'
      ? mergeTexts({ started: started.practices ?? '', mine, theirs: fields.practices ?? '' }).text
      : undefined
  return { kind: 'conflict', conflict: { revision, at, by, isOwn, current: fields, ...(both !== undefined && { both }) } }
}
