import type { Compiled } from '../compile/compiled.ts'
import type { EvaluationInput, Profile } from '../evaluate/answers.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { Evaluation } from '../evaluate/evaluation.ts'
import { carry } from './carry.ts'
import type { MigrationMap } from './migration-map.ts'
import type { Continuity } from './series.ts'
import { seriesBetween } from './series.ts'
import type { Carried, ConfirmReason, Outcome, StoredAssessment, StoredRows } from './stored-rows.ts'

export type SpokeComparison = {
  readonly code: string
  readonly label: string
  /** Null where nothing scored, or where the series is broken. */
  readonly before: number | null
  readonly after: number | null
  readonly continuity: Continuity
}

export type AxisComparison = { readonly code: string; readonly label: string; readonly spokes: readonly SpokeComparison[] }

export type Counts = { readonly carried: number; readonly toConfirm: number; readonly setAside: number }

export type Simulation = {
  readonly carried: Carried
  /** Old rows that said something. */
  readonly answers: Counts
  readonly assessments: Counts
  /** Criteria of the new version that ask for something and have no answer from before. */
  readonly empty: readonly string[]
  readonly scores: {
    readonly axes: readonly AxisComparison[]
    /** Shown only where the rules say `showOverall`. */
    readonly overall: { readonly before: number | null; readonly after: number | null }
    readonly complete: { readonly before: number; readonly after: number }
  }
}

const inputOf = (profile: Profile, rows: Pick<StoredRows, 'answers' | 'grids'> & { readonly assessments: readonly Pick<StoredAssessment, 'criterion' | 'notConcerned' | 'reason'>[] }): EvaluationInput => ({
  profile,
  answers: rows.answers.filter(({ value }) => value !== null && value !== undefined),
  notConcerned: Object.fromEntries(
    rows.assessments.filter(({ notConcerned }) => notConcerned).map(({ criterion, reason }) => [criterion, reason ?? '']),
  ),
  grids: Object.fromEntries([...Map.groupBy(rows.grids, ({ node }) => node)].map(([node, own]) => [node, own.map(({ number }) => number)])),
})

const countsOf = (outcomes: readonly Outcome[], kind: Outcome['row']['kind']): Counts => {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.row.kind === kind && outcome.status === status).length
  return { carried: count('carried'), toConfirm: count('toConfirm'), setAside: count('setAside') }
}

/** Each figure before and after; what isn't the same measure any more stands without the figure before. */
const axesCompared = (before: Evaluation, after: Evaluation, map: MigrationMap): readonly AxisComparison[] => {
  const series = seriesBetween({ before: before.compiled, after: after.compiled, map })
  return after.compiled.axes.map(({ code, label, spokes }) => ({
    code,
    label,
    spokes: spokes.map((spoke) => {
      const { continuity, before: old } = series.get(code)?.get(spoke.code) ?? { continuity: 'broken', before: null }
      return {
        code: spoke.code,
        label: spoke.label,
        before: old === null ? null : (before.axes.get(code)?.get(old)?.value ?? null),
        after: after.axes.get(code)?.get(spoke.code)?.value ?? null,
        continuity,
      }
    }),
  }))
}

const forbiddenNow: ConfirmReason = 'partial'

/** What a value still has to fit to beside its own question: the other answers. Where it doesn't it is to be confirmed. */
const withForbidden = (carried: Carried, evaluation: Evaluation): Carried => {
  const forbidden = new Set(
    evaluation.findings
      .filter(({ severity, path }) => severity === 'error' && path[0] === 'answers')
      .map(({ path }) => `${path[2] ?? 0}:${path[1]}`),
  )
  if (forbidden.size === 0) return carried
  const places = new Set<string>()
  const answers = carried.answers.map((answer) => {
    if (!forbidden.has(`${answer.grid}:${answer.question}`) || answer.toConfirm !== null) return answer
    for (const { question, grid } of answer.from) places.add(`${grid}:${question}`)
    return { ...answer, toConfirm: forbiddenNow }
  })
  const outcomes = carried.outcomes.map((outcome): Outcome =>
    outcome.row.kind === 'answer' && places.has(`${outcome.row.grid}:${outcome.row.question}`) ? { ...outcome, status: 'toConfirm' } : outcome,
  )
  return { ...carried, answers, outcomes }
}

/**
 * A move tried out: what it would carry, what it would leave to be confirmed or set aside, and each score before and
 * after, by the rules of each version. It writes nothing: what it carries is what the move writes.
 */
export const simulate = (
  rows: StoredRows,
  { before, after, whole, map, profile }: {
    /** As the diagnostic sees it: its subset and its rules. */
    readonly before: Compiled
    /** The new version as the new diagnostic sees it. */
    readonly after: Compiled
    /** The new version without subset. */
    readonly whole: Compiled
    readonly map: MigrationMap
    readonly profile: Profile
  },
): Simulation => {
  const old = evaluate(before, inputOf(profile, rows))
  const moved = carry(rows, { map, compiled: whole })
  const now = evaluate(after, inputOf(profileIn(after, profile), moved))
  const carried = withForbidden(moved, now)
  const answered = new Set(carried.answers.map(({ question }) => after.questionByCode.get(question)?.criterion ?? null))
  const declined = new Set(carried.assessments.filter(({ notConcerned }) => notConcerned).map(({ criterion }) => criterion))
  return {
    carried,
    answers: countsOf(carried.outcomes, 'answer'),
    assessments: countsOf(carried.outcomes, 'assessment'),
    empty: after.criteria
      .filter(({ code }) => now.applicabilityOf(code) !== 'doesNotApply' && !answered.has(code) && !declined.has(code))
      .map(({ code }) => code),
    scores: {
      axes: axesCompared(old, now, map),
      overall: { before: old.overall, after: now.overall },
      complete: { before: old.complete, after: now.complete },
    },
  }
}

/** Of a profile, the fields that the new version has, with the values that it knows. */
export const profileIn = (compiled: Compiled, profile: Profile): Profile => {
  const fields = new Map(compiled.profileFields.map((field) => [field.code, field]))
  return Object.fromEntries(
    Object.entries(profile).flatMap(([code, given]) => {
      const field = fields.get(code)
      if (field === undefined) return []
      const known = new Set(field.options.map((option) => option.code))
      if (known.size === 0) return [[code, given]]
      const values = (Array.isArray(given) ? given : given === null || given === undefined ? [] : [given]).filter((value) => known.has(String(value)))
      return values.length === 0 ? [] : [[code, values]]
    }),
  )
}
