import { aimedAnswers } from '#domain/report/aimed-answers.rules.ts'
import type { PageSources } from '#domain/report/build-pages.ts'
import type { SynthesisSources } from '#domain/report/build-synthesis.ts'
import type { Compiled } from '#plugins/referentiels/engine/compile/compiled.ts'
import type { EvaluationInput } from '#plugins/referentiels/engine/evaluate/answers.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { seriesBetween } from '#plugins/referentiels/engine/migration/series.ts'
import type { Database } from '#server/database/database-of.ts'
import { migrationBetween } from '#server/referentiels/migrations.ts'
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

const previousOf = async (scope: DiagnosticOwner, database: Database, facts: DiagnosticFacts): Promise<Pick<SynthesisSources, 'previous' | 'series'>> => {
  const { previous } = facts
  if (previous === null) return { previous, series: null }
  const [compiled, rows, after] = await Promise.all([
    compiledRevision(database, previous),
    loadScoredRows(scope, database, previous.id),
    compiledRevision(database, facts),
  ])
  const isSame = previous.revision === facts.revision && previous.subset === facts.subset && previous.rulesVersion === facts.rulesVersion
  return {
    previous: evaluate(compiled, evaluationInput(previous.profile, rows)),
    series: isSame ? null : await seriesOf(database, { previous: { ...previous, compiled }, current: { ...facts, compiled: after } }),
  }
}

type Pinned = { readonly revision: string; readonly compiled: Compiled }

/** What each spoke continues; of a campaign that was answered on a newer version than this one nothing is comparable. */
const seriesOf = async (database: Database, { previous, current }: { readonly previous: Pinned; readonly current: Pinned }): Promise<SynthesisSources['series']> => {
  const map = await migrationBetween(database, previous.revision, current.revision)
  return map === null ? new Map() : seriesBetween({ before: previous.compiled, after: current.compiled, map })
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
  const [compiled, before] = await Promise.all([compiledRevision(database, facts), previousOf(scope, database, facts)])
  const input = inputOf(facts.profile, rows)
  const answers = new Map(rows.answers.map((row) => [JSON.stringify([row.question, row.grid]), row]))
  const answerTo = (question: string, grid: number) => answers.get(JSON.stringify([question, grid]))
  return {
    facts,
    compiled,
    evaluation: evaluate(compiled, input),
    aimed: aimedOf(compiled, input, rows),
    ...before,
    assessments: new Map(rows.assessments.map((row) => [row.criterion, row])),
    commentOf: (question, grid) => answerTo(question, grid)?.comment ?? null,
    isToConfirm: (question, grid) => (answerTo(question, grid)?.toConfirm ?? null) !== null,
  }
}
