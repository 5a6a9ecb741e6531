import { notFound } from 'next/navigation'
import { z } from 'zod'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import type { Evaluation } from '#plugins/referentiels/engine/evaluate/evaluation.ts'
import { evaluate } from '#plugins/referentiels/engine/evaluate/evaluate.ts'
import { evaluationInput } from '#server/diagnostics/evaluation-input.ts'
import type { DiagnosticRows } from '#server/diagnostics/rows.queries.ts'
import { loadRows } from '#server/diagnostics/rows.queries.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Database } from '#server/database/database-of.ts'
import { migrationBetween } from '#server/referentiels/migrations.ts'
import { compiledRevision } from '#server/referentiels/revisions.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'
import { frRelative } from '#texts/moments.ts'

import type { DiagnosticSummary, PreviousRows } from './diagnostic.queries.ts'
import { listDiagnostics, loadPrevious } from './diagnostic.queries.ts'
import type { CriterionSource } from './page/criterion-view.ts'
import { answerKey } from './page/criterion-view.ts'
import { previousOf } from './previous-of.ts'
import { previousThrough } from './previous-through.ts'
import { withTitles } from './titles.ts'
import { isOwnBranch, lockOf } from './write-access.ts'
import type { Lock } from './write-access.ts'

/** A diagnostic with everything that its screens show, by four statements. */
export type OpenDiagnostic = {
  readonly diagnostic: DiagnosticSummary
  readonly all: readonly DiagnosticSummary[]
  readonly rows: DiagnosticRows
  readonly evaluation: Evaluation
  readonly lock: Lock | null
  readonly previous: PreviousRows
  readonly previousYear: string | null
  readonly source: CriterionSource
}

const nothingBefore: PreviousRows = { answers: new Map<string, AnswerValue>(), practices: new Map<string, string>() }

/** Last year's rows by the codes of this year's version of the référentiel. */
const throughVersions = async (
  database: Database,
  rows: PreviousRows,
  { before, diagnostic }: { readonly before: DiagnosticSummary; readonly diagnostic: DiagnosticSummary },
): Promise<PreviousRows> => {
  if (before.revision === diagnostic.revision) return rows
  const map = await migrationBetween(database, before.revision, diagnostic.revision)
  return map === null ? nothingBefore : previousThrough(rows, map)
}

/** The diagnostic that an address names; « not found » for one of another organisation, or none. */
export const openDiagnostic = async (scope: Scope, id: string): Promise<OpenDiagnostic> => {
  if (!scope.rights.has('content:read') || !z.uuid().safeParse(id).success) notFound()
  const database = (await payloadInstance()).db.drizzle
  const [all, rows] = await Promise.all([
    listDiagnostics(scope, database).then((listed) => withTitles(database, listed)),
    loadRows(scope, database, id),
  ])
  const diagnostic = all.find((each) => each.id === id) ?? notFound()
  const before = previousOf(all, diagnostic)
  const [compiled, previous] = await Promise.all([
    compiledRevision(database, diagnostic),
    before === null ? nothingBefore : loadPrevious(scope, database, before.id).then((rows) => throughVersions(database, rows, { before, diagnostic })),
  ])
  const now = new Date()
  const notConcerned = rows.assessments.filter((row) => row.notConcerned)
  const evaluation = evaluate(compiled, evaluationInput(diagnostic.profile, { ...rows, notConcerned }))
  const lock = lockOf(scope, diagnostic, now)
  const isOwn = isOwnBranch(scope, compiled)
  const { timeZone } = scope.organisation
  const mayComplete = lock === null && scope.rights.has('diagnostic:manage') && compiled.profileFields.length > 0
  const isWhole = compiled.profileFields.every(({ code }) => (diagnostic.profile[code] ?? []).length > 0)
  return {
    diagnostic,
    all,
    rows,
    evaluation,
    lock,
    previous,
    previousYear: before === null ? null : before.campaign.startOn.slice(0, 4),
    source: {
      compiled,
      evaluation,
      answers: new Map(rows.answers.map((row) => [answerKey(row.question, row.grid), row])),
      assessments: new Map(rows.assessments.map((row) => [row.criterion, row])),
      previous: previous.answers,
      tellChange: ({ by, at }) => {
        const { answer } = diagnosticTexts
        const person = by === null ? answer.someone : by === scope.person.fullName ? answer.you : by
        return answer.change(person, frRelative(new Date(at), now, { timeZone }))
      },
      isWritable: (criterion) => lock === null && isOwn(criterion),
      profile: mayComplete ? { path: `/espace/${scope.organisation.number}/diagnostic/${id}/profil`, isWhole } : null,
    },
  }
}
