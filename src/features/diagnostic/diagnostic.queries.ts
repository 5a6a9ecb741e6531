import { sql } from 'drizzle-orm'
import { z } from 'zod'

import type { AnswerValue } from '#domain/diagnostic/save-protocol.ts'
import { answerValue } from '#domain/diagnostic/save-protocol.ts'
import { campaignStates, diagnosticStates } from '#domain/diagnostic/states.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'
import { reachesOrganisation } from '#server/scope/audience.queries.ts'
import type { Scope } from '#server/scope/scope.ts'
import { requireRight } from '#server/scope/scope.ts'

const diagnosticRow = z.object({
  id: z.string(),
  state: z.enum(diagnosticStates),
  referentiel: z.string(),
  revision: z.string(),
  title: z.string(),
  version: z.string(),
  subset: z.string().nullable(),
  rulesVersion: z.string().nullable(),
  scopeLabel: z.string(),
  establishment: z.string().nullable(),
  /** The diagnostic on an older version that it took over from. */
  replaces: z.string().nullable(),
  /** The number of a newer version of its référentiel; null where there is none. */
  newer: z.string().nullable(),
  profile: z.record(z.string(), z.array(z.string())),
  campaign: z.object({
    id: z.string(),
    label: z.string(),
    startOn: z.string(),
    assemblyOn: z.string().nullable(),
    previous: z.string().nullable(),
    state: z.enum(campaignStates),
  }),
  changedAt: z.coerce.date().nullable(),
})

/** A diagnostic of the organisation, with its campaign: what lists, switchers and headings say of it. */
export type DiagnosticSummary = z.infer<typeof diagnosticRow>

const diagnosticsOf = statement<{ organisation: string }>('diagnostics', (value) => sql`
    select d.id, d.state, d.referentiel, d.revision_id as revision, r.title, r.version, d.subset,
      d.rules_version as "rulesVersion", d.scope_label as "scopeLabel", d.establishment_id as establishment, d.profile,
      d.replaces_id as replaces,
      (select n.version from revisions n
        where n.referentiel = d.referentiel and n.status = 'published' and ${reachesOrganisation(sql`${value('organisation')}`, sql`n`)}
          and string_to_array(n.version, '.')::bigint[] > string_to_array(r.version, '.')::bigint[]
        order by string_to_array(n.version, '.')::bigint[] desc limit 1) as newer,
      jsonb_build_object('id', c.id, 'label', c.label, 'startOn', c.start_on, 'assemblyOn', c.assembly_on,
        'previous', c.previous_id, 'state', c.state) as campaign,
      greatest(
        (select max(a.updated_at) from answers a where a.organisation_id = d.organisation_id and a.diagnostic_id = d.id),
        (select max(s.updated_at) from assessments s where s.organisation_id = d.organisation_id and s.diagnostic_id = d.id)
      ) as "changedAt"
    from diagnostics d
    join campaigns c on c.id = d.campaign_id
    join revisions r on r.id = d.revision_id
    where d.organisation_id = ${value('organisation')}::uuid
    order by d.state = 'open' desc, c.start_on desc, d.created_at desc, d.id`)

/** The organisation's diagnostics: open ones first, then the latest campaign. */
export const listDiagnostics = async (scope: Scope, database: Database): Promise<readonly DiagnosticSummary[]> => {
  requireRight(scope, 'content:read')
  const rows = await diagnosticsOf(database, { organisation: scope.organisation.id })
  return z.array(diagnosticRow).parse(rows)
}

const previousRow = z.object({
  answers: z.record(z.string(), answerValue),
  practices: z.record(z.string(), z.string()),
})

export type PreviousRows = {
  readonly answers: ReadonlyMap<string, AnswerValue>
  /** Texts of practices, by criterion. */
  readonly practices: ReadonlyMap<string, string>
}

const previousRows = statement<{ organisation: string; diagnostic: string }>('previous-rows', (value) => sql`
    select
      coalesce((select jsonb_object_agg(a.question, a.value) from answers a
        where a.organisation_id = ${value('organisation')}::uuid and a.diagnostic_id = ${value('diagnostic')}::uuid
          and a.grid = 0 and a.value is not null), '{}'::jsonb) as answers,
      coalesce((select jsonb_object_agg(s.criterion, s.practices) from assessments s
        where s.organisation_id = ${value('organisation')}::uuid and s.diagnostic_id = ${value('diagnostic')}::uuid
          and btrim(coalesce(s.practices, '')) <> ''), '{}'::jsonb) as practices`)

/** What was answered once (not in several grids) and described in an earlier diagnostic of the organisation. */
export const loadPrevious = async (scope: Scope, database: Database, diagnostic: string): Promise<PreviousRows> => {
  requireRight(scope, 'content:read')
  const [row] = await previousRows(database, { organisation: scope.organisation.id, diagnostic })
  const { answers, practices } = previousRow.parse(row)
  return { answers: new Map(Object.entries(answers)), practices: new Map(Object.entries(practices)) }
}

const administratorRow = z.object({ name: z.string() })

/** Who may start a diagnostic: for the sentence that tells others whom to ask. */
export const administratorNames = async (scope: Scope, database: Database): Promise<readonly string[]> => {
  if (!scope.rights.has('team:read')) return []
  const { rows } = await database.execute(sql`
    select concat_ws(' ', u.first_name, u.last_name) as name
    from memberships m join users u on u.id = m.user_id
    where m.organisation_id = ${scope.organisation.id}::uuid and m.role = 'admin'
    order by u.last_name collate "fr-x-icu", u.first_name collate "fr-x-icu", u.id limit 3`)
  return z.array(administratorRow).parse(rows).map(({ name }) => name)
}
