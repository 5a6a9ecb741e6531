import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { Database } from '#server/database/database-of.ts'

const ids = z.array(z.object({ key: z.string(), id: z.string() })).transform((rows) => new Map(rows.map(({ key, id }) => [key, id])))

const ground = z.object({
  /** Number → id, of the organisations that have no diagnostic yet. */
  organisations: ids,
  /** Address → id. */
  people: ids,
  /** Référentiel → its newest published revision. */
  revisions: z
    .array(z.object({ referentiel: z.string(), id: z.string(), rulesVersion: z.string().nullable() }))
    .transform((rows) => new Map(rows.map((row) => [row.referentiel, row]))),
})

/** What demonstration diagnostics refer to. */
export type Ground = z.infer<typeof ground>

/** One statement. */
export const loadGround = async (database: Database): Promise<Ground> => {
  const { rows } = await database.execute(sql`
    select
      coalesce((select jsonb_agg(jsonb_build_object('key', o.number::text, 'id', o.id)) from organisations o
        where not exists (select 1 from diagnostics d where d.organisation_id = o.id)), '[]'::jsonb) as organisations,
      coalesce((select jsonb_agg(jsonb_build_object('key', email, 'id', id)) from users where email like '%@demo.test'),
        '[]'::jsonb) as people,
      coalesce((select jsonb_agg(jsonb_build_object('referentiel', referentiel, 'id', id,
          'rulesVersion', canonical::jsonb #>> '{scoring,current}'))
        from (select distinct on (referentiel) referentiel, id, canonical from revisions
          where status = 'published' order by referentiel, published_at desc) newest), '[]'::jsonb) as revisions`)
  return ground.parse(rows[0])
}

type Owned = { readonly id: string; readonly organisation: string }
type Signed = Owned & { readonly diagnostic: string; readonly by: string; readonly at: string }

/** The rows of demonstration diagnostics, as they are stored; instants in ISO 8601. */
export type DemoRows = {
  readonly campaigns: readonly (Owned & {
    readonly label: string
    readonly start: string
    readonly end: string
    readonly assembly: string | null
    readonly previous: string | null
    readonly state: string
    readonly at: string
  })[]
  readonly diagnostics: readonly (Owned & {
    readonly campaign: string
    readonly revision: string
    readonly referentiel: string
    readonly subset: string | null
    readonly rulesVersion: string | null
    readonly scopeLabel: string
    readonly profile: Readonly<Record<string, readonly string[]>>
    readonly state: string
    readonly openedAt: string
    readonly changedAt: string
  })[]
  readonly assessments: readonly (Signed & {
    readonly criterion: string
    readonly notConcerned: boolean
    readonly reason: string | null
    readonly toReview: boolean
    readonly practices: string | null
    readonly priority: number | null
    readonly target: string | null
    readonly target3: string | null
  })[]
  readonly answers: readonly (Signed & { readonly question: string; readonly value: string; readonly comment: string | null })[]
}

/** Writes all rows, one statement per table. */
export const insertDemoRows = async (database: Database, { campaigns, diagnostics, assessments, answers }: DemoRows): Promise<void> => {
  await database.execute(sql`
    insert into campaigns (id, organisation_id, label, start_on, end_on, assembly_on, previous_id, state, updated_at, created_at)
    select id, organisation, label, start, "end", assembly, previous, state, at, at
    from jsonb_to_recordset(${JSON.stringify(campaigns)}::jsonb) as r(id uuid, organisation uuid, label text, start text,
      "end" text, assembly text, previous uuid, state text, at timestamptz)`)
  await database.execute(sql`
    insert into diagnostics (id, organisation_id, campaign_id, revision_id, referentiel, subset, rules_version, scope_label,
      profile, state, updated_at, created_at)
    select id, organisation, campaign, revision, referentiel, subset, "rulesVersion", "scopeLabel", profile, state, "changedAt", "openedAt"
    from jsonb_to_recordset(${JSON.stringify(diagnostics)}::jsonb) as r(id uuid, organisation uuid, campaign uuid,
      revision uuid, referentiel text, subset text, "rulesVersion" text, "scopeLabel" text, profile jsonb, state text,
      "changedAt" timestamptz, "openedAt" timestamptz)`)
  await database.execute(sql`
    insert into assessments (id, organisation_id, diagnostic_id, criterion, not_concerned, reason, to_review, practices,
      priority, target, target3, updated_by_id, updated_at, created_at)
    select id, organisation, diagnostic, criterion, "notConcerned", reason, "toReview", practices, priority, target, target3,
      "by", at, at
    from jsonb_to_recordset(${JSON.stringify(assessments)}::jsonb) as r(id uuid, organisation uuid, diagnostic uuid,
      criterion text, "notConcerned" boolean, reason text, "toReview" boolean, practices text, priority int, target text,
      target3 text, "by" uuid, at timestamptz)`)
  await database.execute(sql`
    insert into answers (id, organisation_id, diagnostic_id, question, value, comment, updated_by_id, updated_at, created_at)
    select id, organisation, diagnostic, question, to_jsonb(value), comment, "by", at, at
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r(id uuid, organisation uuid, diagnostic uuid,
      question text, value text, comment text, "by" uuid, at timestamptz)`)
}
