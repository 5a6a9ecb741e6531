import { sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import { z } from 'zod'

import { answerValue } from '#domain/diagnostic/save-protocol.ts'
import { priorities } from '#domain/diagnostic/states.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

const answerRow = z.object({
  question: z.string(),
  grid: z.number(),
  value: answerValue,
  comment: z.string().nullable(),
  /** Why it waits to be confirmed since it was carried from an older version; null where it doesn't. */
  toConfirm: z.string().nullable(),
  revision: z.number(),
  source: z.string(),
  at: z.iso.datetime({ offset: true }),
  /** Name of who wrote last; null for a person who is gone. */
  by: z.string().nullable(),
})

const assessmentRow = z.object({
  criterion: z.string(),
  notConcerned: z.boolean(),
  reason: z.string().nullable(),
  toReview: z.boolean(),
  practices: z.string().nullable(),
  priority: z.literal(priorities).nullable(),
  target: z.string().nullable(),
  target3: z.string().nullable(),
  toConfirm: z.string().nullable(),
  workState: z.string(),
  source: z.string(),
  revision: z.number(),
  at: z.iso.datetime({ offset: true }),
  by: z.string().nullable(),
})

const gridRow = z.object({ node: z.string(), number: z.number(), label: z.string().nullable() })

const rowsOf = z.object({
  answers: z.array(answerRow),
  assessments: z.array(assessmentRow),
  grids: z.array(gridRow),
})

export type AnswerRow = z.infer<typeof answerRow>
export type AssessmentRow = z.infer<typeof assessmentRow>
/** Everything that an organisation wrote in one diagnostic. */
export type DiagnosticRows = z.infer<typeof rowsOf>

/** Whose rows: a `Scope` of the front office, or that of an endpoint. */
type Owner = { readonly organisation: { readonly id: string } }

type Place = { readonly organisation: string; readonly diagnostic: string }

const ofDiagnostic = (value: (name: keyof Place) => Placeholder): SQL =>
  sql`r.organisation_id = ${value('organisation')}::uuid and r.diagnostic_id = ${value('diagnostic')}::uuid`

const person = sql`(select u.first_name || ' ' || u.last_name from users u where u.id = r.updated_by_id)`
const instant = sql`to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The rows of a query as one value; PostgreSQL writes `json` as it goes, and would build and sort `jsonb` first. */
const listed = (rows: SQL): SQL => sql`coalesce((select json_agg(listed) from (${rows}) listed), '[]'::json)`

const rowsOfDiagnostic = statement<Place>('rows', (value) => sql`
    select
      ${listed(sql`select question, grid, value, comment, to_confirm as "toConfirm", revision, source, ${instant} as at, ${person} as by
        from answers r where ${ofDiagnostic(value)}`)} as answers,
      ${listed(sql`select criterion, not_concerned as "notConcerned", reason, to_review as "toReview", practices, priority, target, target3,
          to_confirm as "toConfirm", work_state as "workState", source, revision, ${instant} as at, ${person} as by
        from assessments r where ${ofDiagnostic(value)}`)} as assessments,
      ${listed(sql`select node, number, label from grids r where ${ofDiagnostic(value)} order by node, number`)} as grids`)

/** All rows of one diagnostic of the organisation, in one statement; none for a diagnostic of another one. */
export const loadRows = async (scope: Owner, database: Database, diagnostic: string): Promise<DiagnosticRows> => {
  const [row] = await rowsOfDiagnostic(database, { organisation: scope.organisation.id, diagnostic })
  return rowsOf.parse(row)
}

const scoredRows = z.object({
  answers: z.array(z.object({ question: z.string(), grid: z.number(), value: answerValue, comment: z.string().nullable() })),
  notConcerned: z.array(z.object({ criterion: z.string(), reason: z.string().nullable() })),
  /** Grids that exist, though nothing may be answered in them yet. */
  grids: z.array(z.object({ node: z.string(), number: z.number() })),
})

/** What counts in the figures, and nothing else. */
export type ScoredRows = z.infer<typeof scoredRows>

/** The three lists of `ScoredRows`, as columns; the condition is on the tables' rows `r`. */
export const scoredColumns = (condition: SQL): SQL => sql`
      ${listed(sql`select question, grid, value, comment from answers r where ${condition} and value is not null`)} as answers,
      ${listed(sql`select criterion, reason from assessments r where ${condition} and not_concerned`)} as "notConcerned",
      ${listed(sql`select node, number from grids r where ${condition}`)} as grids`

/** A row of `scoredColumns`. */
export const scoredRowsIn = (row: unknown): ScoredRows => scoredRows.parse(row)

const scoredRowsOf = statement<Place>('scored-rows', (value) => sql`select ${scoredColumns(ofDiagnostic(value))}`)

/** The rows that figures are computed from: `loadRows` without texts, people and times. */
export const loadScoredRows = async (scope: Owner, database: Database, diagnostic: string): Promise<ScoredRows> => {
  const [row] = await scoredRowsOf(database, { organisation: scope.organisation.id, diagnostic })
  return scoredRowsIn(row)
}
