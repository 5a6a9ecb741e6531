import { aimedAnswers } from '#domain/report/aimed-answers.rules.ts'
import type { PageSources } from '#domain/report/build-pages.ts'
import type { SynthesisSources } from '#domain/report/build-synthesis.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { EvaluationInput } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import type { Database } from '#server/database/database-of.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'

import { evaluationInput } from './evaluation-input.ts'
import type { DiagnosticFacts, DiagnosticOwner } from './report-facts.queries.ts'
import { loadDiagnosticFacts } from './report-facts.queries.ts'
import { type DiagnosticRows, loadRows, loadScoredRows } from './rows.queries.ts'

/** A diagnostic with what its answers are worth now, with its targets reached, and in the campaign before. */
export type EvaluatedDiagnostic = SynthesisSources & PageSources & { readonly facts: DiagnosticFacts }

const inputOf = (profile: DiagnosticFacts['profile'], rows: DiagnosticRows): EvaluationInput =>
  evaluationInput(profile, { ...rows, notConcerned: rows.assessments.filter(({ notConcerned }) => notConcerned) })

const aimedOf = (compiled: Compiled, input: EvaluationInput, { answers, assessments }: DiagnosticRows): Evaluation | null => {
  const targets = new Map(
    assessments.flatMap(({ criterion, target, notConcerned }) => (target === null || notConcerned ? [] : [[criterion, target] as const])),
  )
  const aimed = aimedAnswers({ compiled, answers: answers.filter(({ value }) => value !== null), targets })
  return aimed === null ? null : evaluate(compiled, { ...input, answers: aimed })
}

const previousOf = async (scope: DiagnosticOwner, database: Database, { previous }: DiagnosticFacts): Promise<Evaluation | null> => {
  if (previous === null) return null
  const [compiled, rows] = await Promise.all([
    compiledRevision(database, previous),
    loadScoredRows(scope, database, previous.id),
  ])
  return evaluate(compiled, evaluationInput(previous.profile, rows))
}

/**
 * Loads a diagnostic of the scope's organisation by three statements (facts, rows, last campaign's rows) and evaluates it;
 * a référentiel that this process has not met yet costs one more. Null when the organisation has no such diagnostic.
 */
export const evaluatedDiagnostic = async (
  scope: DiagnosticOwner,
  database: Database,
  diagnostic: string,
): Promise<EvaluatedDiagnostic | null> => {
  const [facts, rows] = await Promise.all([
    loadDiagnosticFacts(scope, database, diagnostic),
    loadRows(scope, database, diagnostic),
  ])
  if (facts === null) return null
  const [compiled, previous] = await Promise.all([compiledRevision(database, facts), previousOf(scope, database, facts)])
  const input = inputOf(facts.profile, rows)
  const comments = new Map(rows.answers.map(({ question, grid, comment }) => [JSON.stringify([question, grid]), comment]))
  return {
    facts,
    compiled,
    evaluation: evaluate(compiled, input),
    aimed: aimedOf(compiled, input, rows),
    previous,
    assessments: new Map(rows.assessments.map((row) => [row.criterion, row])),
    commentOf: (question, grid) => comments.get(JSON.stringify([question, grid])) ?? null,
  }
}
