import { randomUUIDv7 } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { diagnosticStates } from '#domain/diagnostic/states.ts'
import type { Profile } from '#plugins/referentiels/engine/evaluate/answers.ts'
import type { Carried } from '#plugins/referentiels/engine/migration/stored-rows.ts'
import type { Database } from '#server/database/database-of.ts'
import type { TargetVersion } from '#server/referentiels/versions.queries.ts'

import type { DiagnosticOwner } from '../report-facts.queries.ts'

/** Who moves a diagnostic of which organisation: a person, on whose behalf they work, or the job in their name. */
export type Mover = DiagnosticOwner & { readonly person: { readonly id: string } | null; readonly onBehalfOf: string | null }

const value = z.union([z.string(), z.number(), z.boolean()])

const sourceRow = z.object({
  id: z.string(),
  state: z.enum(diagnosticStates),
  referentiel: z.string(),
  revision: z.string(),
  subset: z.string().nullable(),
  rulesVersion: z.string().nullable(),
  profile: z.record(z.string(), z.union([value, z.array(value), z.null()])),
  successor: z.object({ id: z.string(), revision: z.string() }).nullable(),
})

/** The diagnostic that a move starts from. */
export type SourceDiagnostic = z.infer<typeof sourceRow>

const sourceColumns = sql`d.id, d.state, d.referentiel, d.revision_id as revision, d.subset, d.rules_version as "rulesVersion", d.profile,
      (select jsonb_build_object('id', n.id, 'revision', n.revision_id) from diagnostics n where n.replaces_id = d.id) as successor`

/** A diagnostic of the organisation; null for one of another, as for none. */
export const findSource = async (scope: DiagnosticOwner, database: Database, diagnostic: string): Promise<SourceDiagnostic | null> => {
  const { rows } = await database.execute(sql`
    select ${sourceColumns} from diagnostics d
    where d.id = ${diagnostic}::uuid and d.organisation_id = ${scope.organisation.id}::uuid`)
  const [row] = rows
  return row === undefined ? null : sourceRow.parse(row)
}

/**
 * The same, held until the transaction ends: saves that are on their way come to their end first, and those that come
 * later find the diagnostic replaced (`writing.queries.ts` takes the lock that this one excludes).
 */
export const holdSource = async (scope: DiagnosticOwner, database: Database, diagnostic: string): Promise<SourceDiagnostic | null> => {
  await database.execute(sql`
    select id from diagnostics where id = ${diagnostic}::uuid and organisation_id = ${scope.organisation.id}::uuid for update`)
  return findSource(scope, database, diagnostic)
}

const journal = (mover: Mover, operation: 'create' | 'update') => sql`
  ${randomUUIDv7()}::uuid, date_trunc('milliseconds', clock_timestamp()), ${mover.person?.id ?? null}::text,
  ${mover.person === null ? null : 'users'}::text, ${mover.onBehalfOf}::text, ${mover.organisation.id}, 'diagnostics', ${operation}`

const created = z.object({ id: z.string() })

/** Sets the old diagnostic to replaced and makes the new one in its place, both with their entries in the journal. Answers the new id. */
export const replaceDiagnostic = async (
  mover: Mover,
  database: Database,
  { source, target, subset, profile, counts }: {
    readonly source: SourceDiagnostic
    readonly target: TargetVersion
    readonly subset: string | null
    readonly profile: Profile
    readonly counts: Readonly<Record<string, number>>
  },
): Promise<string> => {
  const id = randomUUIDv7()
  await database.execute(sql`
    with replaced as (
      update diagnostics set state = 'replaced', updated_at = now()
      where id = ${source.id}::uuid and organisation_id = ${mover.organisation.id}::uuid and state = 'open' returning id
    )
    insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, collection, operation, document, before, after)
    select ${journal(mover, 'update')}, id::text, '{"state":"open"}'::jsonb,
      jsonb_build_object('state', 'replaced', 'replacedBy', ${id}::text) from replaced`)
  const { rows } = await database.execute(sql`
    with made as (
      insert into diagnostics (id, organisation_id, campaign_id, revision_id, referentiel, subset, rules_version, scope_label,
        establishment_id, profile, replaces_id, state, updated_at, created_at)
      select ${id}::uuid, d.organisation_id, d.campaign_id, ${target.revision}::uuid, d.referentiel, ${subset}, ${target.rulesVersion},
        d.scope_label, d.establishment_id, ${JSON.stringify(profile)}::jsonb, d.id, 'open', now(), now()
      from diagnostics d
      where d.id = ${source.id}::uuid and d.organisation_id = ${mover.organisation.id}::uuid and d.state = 'replaced'
      returning id
    ), entry as (
      insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, collection, operation, document, before, after)
      select ${journal(mover, 'create')}, id::text, null,
        jsonb_build_object('replaces', ${source.id}::text, 'revision', ${target.revision}::text, 'version', ${target.version}::text,
          'subset', ${subset}::text, 'counts', ${JSON.stringify(counts)}::jsonb) from made
    )
    select id from made`)
  return created.parse(rows[0]).id
}

/** Writes what a move carries into the new diagnostic. Who answered and when is kept from the row that it comes from. */
export const insertCarried = async (
  mover: Mover,
  database: Database,
  { from, to, carried }: { readonly from: string; readonly to: string; readonly carried: Carried },
): Promise<void> => {
  const organisation = mover.organisation.id
  const answers = carried.answers.map(({ question, grid, value: own, comment, toConfirm, from: [first], isVerbatim }) => ({
    id: randomUUIDv7(), question, grid, own: isVerbatim ? null : own, comment, confirm: toConfirm, same: isVerbatim,
    was: first?.question, wasGrid: first?.grid,
  }))
  await database.execute(sql`
    insert into answers (id, organisation_id, diagnostic_id, question, grid, value, comment, to_confirm, source, revision,
      updated_by_id, updated_at, created_at)
    select r.id, ${organisation}::uuid, ${to}::uuid, r.question, r.grid,
      case when r.same then o.value else nullif(r.own, 'null'::jsonb) end, r.comment, r.confirm,
      case when r.same then o.source else 'carried' end, 1, o.updated_by_id, o.updated_at, now()
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r(id uuid, question text, grid int, own jsonb, comment text,
      confirm text, same boolean, was text, "wasGrid" int)
    join answers o on o.organisation_id = ${organisation}::uuid and o.diagnostic_id = ${from}::uuid
      and o.question = r.was and o.grid = r."wasGrid"`)
  const assessments = carried.assessments.map(({ toConfirm, from: [first], ...fields }) => ({ id: randomUUIDv7(), ...fields, confirm: toConfirm, was: first }))
  if (assessments.length > 0) {
    await database.execute(sql`
      insert into assessments (id, organisation_id, diagnostic_id, criterion, not_concerned, reason, to_review, practices,
        priority, target, target3, to_confirm, work_state, source, revision, updated_by_id, updated_at, created_at)
      select r.id, ${organisation}::uuid, ${to}::uuid, r.criterion, r."notConcerned", r.reason, r."toReview", r.practices,
        r.priority, r.target, r.target3, r.confirm, o.work_state, case when r.confirm is null then o.source else 'carried' end, 1,
        o.updated_by_id, o.updated_at, now()
      from jsonb_to_recordset(${JSON.stringify(assessments)}::jsonb) as r(id uuid, criterion text, "notConcerned" boolean,
        reason text, "toReview" boolean, practices text, priority int, target text, target3 text, confirm text, was text)
      join assessments o on o.organisation_id = ${organisation}::uuid and o.diagnostic_id = ${from}::uuid and o.criterion = r.was`)
  }
  if (carried.grids.length > 0) {
    const grids = carried.grids.map((grid) => ({ id: randomUUIDv7(), ...grid }))
    await database.execute(sql`
      insert into grids (id, organisation_id, diagnostic_id, node, number, label, updated_at, created_at)
      select r.id, ${organisation}::uuid, ${to}::uuid, r.node, r.number, r.label, now(), now()
      from jsonb_to_recordset(${JSON.stringify(grids)}::jsonb) as r(id uuid, node text, number int, label text)`)
  }
}

/**
 * Contributors who are limited to branches keep theirs: where a branch has another code from now on, that one is added.
 * The old one stays, for the diagnostics of older versions.
 */
export const extendThemeLimits = async (
  mover: Mover,
  database: Database,
  { referentiel, codes }: { readonly referentiel: string; readonly codes: ReadonlyMap<string, readonly string[]> },
): Promise<void> => {
  const moved = [...codes].flatMap(([from, own]) => own.filter((to) => to !== from).map((to) => ({ from, to })))
  if (moved.length === 0) return
  await database.execute(sql`
    with added as (
      select m.id, m.theme_limits as before, jsonb_agg(distinct jsonb_build_object('referentiel', ${referentiel}::text, 'node', r."to")) as limits
      from memberships m
      cross join jsonb_array_elements(m.theme_limits) as own
      join jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r("from" text, "to" text) on r."from" = own->>'node'
      where m.organisation_id = ${mover.organisation.id}::uuid and own->>'referentiel' = ${referentiel}
        and not m.theme_limits @> jsonb_build_array(jsonb_build_object('referentiel', ${referentiel}::text, 'node', r."to"))
      group by m.id, m.theme_limits
    ), changed as (
      update memberships m set theme_limits = m.theme_limits || a.limits, updated_at = now() from added a where m.id = a.id
      returning m.id, a.before, m.theme_limits as after
    )
    insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, collection, operation, document, before, after)
    select gen_random_uuid(), date_trunc('milliseconds', clock_timestamp()), ${mover.person?.id ?? null}::text,
      ${mover.person === null ? null : 'users'}::text, ${mover.onBehalfOf}::text, ${mover.organisation.id}, 'memberships', 'update',
      id::text, jsonb_build_object('themeLimits', before), jsonb_build_object('themeLimits', after) from changed`)
}

/** Changes the subset of an open diagnostic, with its entry in the journal. False when it is closed, or has another subset by now. */
export const writeSubset = async (
  mover: Mover,
  database: Database,
  { diagnostic, from, to }: { readonly diagnostic: string; readonly from: string | null; readonly to: string | null },
): Promise<boolean> => {
  const { rows } = await database.execute(sql`
    with changed as (
      update diagnostics set subset = ${to}, updated_at = now()
      where id = ${diagnostic}::uuid and organisation_id = ${mover.organisation.id}::uuid and state = 'open'
        and subset is not distinct from ${from}::text
      returning id
    ), entry as (
      insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, collection, operation, document, before, after)
      select ${journal(mover, 'update')}, id::text, jsonb_build_object('subset', ${from}::text), jsonb_build_object('subset', ${to}::text)
      from changed
    )
    select id from changed`)
  return rows.length === 1
}

/** What was proposed of this diagnostic is done, whoever proposed it. */
export const closeProposals = async (
  mover: Mover,
  database: Database,
  { diagnostic, counts }: { readonly diagnostic: string; readonly counts: Readonly<Record<string, number>> },
): Promise<void> => {
  await database.execute(sql`
    update upgrade_steps set state = 'moved', confirmed_by_id = coalesce(confirmed_by_id, ${mover.person?.id ?? null}::uuid),
      summary = ${JSON.stringify(counts)}::jsonb, updated_at = clock_timestamp()
    where diagnostic_id = ${diagnostic}::uuid and organisation_id = ${mover.organisation.id}::uuid and state <> 'moved'`)
}
