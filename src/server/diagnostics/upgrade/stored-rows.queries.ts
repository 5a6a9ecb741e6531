import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { priorities } from '#domain/diagnostic/states.ts'
import { confirmReasons } from '#plugins/referentiels/engine/migration/stored-rows.ts'
import type { StoredRows } from '#plugins/referentiels/engine/migration/stored-rows.ts'
import type { Database } from '#server/database/database-of.ts'

import type { DiagnosticOwner } from '../report-facts.queries.ts'

const reason = z.enum(confirmReasons).nullable()

const storedRows = z.object({
  answers: z.array(
    z.object({ question: z.string(), grid: z.number(), value: z.unknown(), comment: z.string().nullable(), toConfirm: reason }),
  ),
  assessments: z.array(
    z.object({
      criterion: z.string(),
      notConcerned: z.boolean(),
      reason: z.string().nullable(),
      toReview: z.boolean(),
      practices: z.string().nullable(),
      priority: z.literal(priorities).nullable(),
      target: z.string().nullable(),
      target3: z.string().nullable(),
      toConfirm: reason,
    }),
  ),
  grids: z.array(z.object({ node: z.string(), number: z.number(), label: z.string().nullable() })),
})

/** Everything of one diagnostic of the organisation that a move carries, in one statement. */
export const loadStoredRows = async (scope: DiagnosticOwner, database: Database, diagnostic: string): Promise<StoredRows> => {
  const ofDiagnostic = sql`r.organisation_id = ${scope.organisation.id}::uuid and r.diagnostic_id = ${diagnostic}::uuid`
  const { rows } = await database.execute(sql`
    select
      coalesce((select jsonb_agg(jsonb_build_object('question', r.question, 'grid', r.grid, 'value', r.value,
          'comment', r.comment, 'toConfirm', r.to_confirm))
        from answers r where ${ofDiagnostic}), '[]'::jsonb) as answers,
      coalesce((select jsonb_agg(jsonb_build_object('criterion', r.criterion, 'notConcerned', r.not_concerned,
          'reason', r.reason, 'toReview', r.to_review, 'practices', r.practices, 'priority', r.priority,
          'target', r.target, 'target3', r.target3, 'toConfirm', r.to_confirm))
        from assessments r where ${ofDiagnostic}), '[]'::jsonb) as assessments,
      coalesce((select jsonb_agg(jsonb_build_object('node', r.node, 'number', r.number, 'label', r.label)
          order by r.node, r.number)
        from grids r where ${ofDiagnostic}), '[]'::jsonb) as grids`)
  return storedRows.parse(rows[0])
}
