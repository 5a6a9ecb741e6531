import { createHash, randomUUIDv7 } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { AssessmentFields } from '#domain/diagnostic/save-protocol.ts'
import { answerValue, assessmentFields } from '#domain/diagnostic/save-protocol.ts'
import type { Database } from '#server/database/database-of.ts'
import { requestInHand } from '#server/log/request-in-hand.ts'

import type { DiagnosticScope } from './diagnostic-scope.ts'

/** One save: who names it, and what counter the writer saw. */
type Write = {
  readonly op: string
  readonly base: number
  /** What this operation asks, by its hash: an id that comes again with something else must not pass for saved. */
  readonly asked: string
}

/** By which an operation that comes again is known to ask the same: its row and its whole request, as it was read. */
export const askedBy = (what: { readonly code: string; readonly request: object }): string =>
  createHash('sha256').update(JSON.stringify([what.code, what.request])).digest('base64url')

const written = z.object({ revision: z.number(), savedAt: z.iso.datetime({ offset: true }) })
export type Written = z.infer<typeof written>

const journal = (scope: DiagnosticScope, { collection, operation }: { collection: string; operation: 'create' | 'update' }) => sql`
  ${randomUUIDv7()}::uuid, date_trunc('milliseconds', clock_timestamp()), ${scope.person.id}, 'users', ${scope.onBehalfOf}::text,
  ${scope.organisation.id}, ${requestInHand()?.id ?? null}::text, ${collection}, ${operation}`

const utc = (column: ReturnType<typeof sql>) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * The diagnostic, while it is open. The lock lets other saves pass and waits for a move to a newer version
 * (`upgrade.queries.ts`): a save is either carried by the move, or finds the diagnostic replaced.
 */
const open = (scope: DiagnosticScope) => sql`open as (
      select id from diagnostics
      where id = ${scope.diagnostic.id}::uuid and organisation_id = ${scope.organisation.id}::uuid and state = 'open'
      for key share
    )`

/**
 * Writes one answer, its journal entry and the operation's name in one statement, if the row's counter is still
 * `base` and the operation is new. Null when nothing was written: `priorWrite` and `findAnswer` tell why.
 */
export const writeAnswer = async (
  scope: DiagnosticScope,
  database: Database,
  {
    op,
    base,
    asked,
    question,
    grid,
    value,
    comment,
  }: Write & {
    readonly question: string
    readonly grid: number
    /** As `checkAnswer` gives it. */
    readonly value: unknown
    /** Left as it stands when undefined. */
    readonly comment: string | null | undefined
  },
): Promise<Written | null> => {
  const diagnostic = scope.diagnostic.id
  const json = value === null ? null : JSON.stringify(value)
  const keepsComment = comment === undefined
  const { rows } = await database.execute(sql`
    with ${open(scope)}, fresh as (
      select 1 from open where not exists (select 1 from operations where diagnostic_id = ${diagnostic}::uuid and op = ${op}::uuid)
    ), before as (
      select id, value, comment, revision from answers
      where organisation_id = ${scope.organisation.id}::uuid and diagnostic_id = ${diagnostic}::uuid
        and question = ${question} and grid = ${grid}
      for update
    ), changed as (
      update answers a set value = ${json}::jsonb,
        comment = case when ${keepsComment}::boolean then a.comment else ${comment ?? null}::text end,
        to_confirm = null, revision = a.revision + 1, source = 'typed', updated_by_id = ${scope.person.id}::uuid, updated_at = now()
      from before b, fresh where a.id = b.id and b.revision = ${base}::int
      returning a.id, a.value, a.comment, a.revision, a.updated_at
    ), created as (
      insert into answers (id, organisation_id, diagnostic_id, question, grid, value, comment, source, revision,
        updated_by_id, updated_at, created_at)
      select ${randomUUIDv7()}::uuid, ${scope.organisation.id}::uuid, ${diagnostic}::uuid, ${question}, ${grid},
        ${json}::jsonb, ${comment ?? null}::text, 'typed', 1, ${scope.person.id}::uuid, now(), now()
      from fresh where ${base}::int = 0 and not exists (select 1 from before)
      on conflict do nothing
      returning id, value, comment, revision, updated_at
    ), entry as (
      insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, request_id, collection, operation,
        document, before, after)
      select ${journal(scope, { collection: 'answers', operation: 'update' })}, c.id::text,
        jsonb_build_object('value', b.value, 'comment', b.comment, 'revision', b.revision),
        jsonb_build_object('value', c.value, 'comment', c.comment, 'revision', c.revision)
      from changed c join before b on b.id = c.id
      union all
      select ${journal(scope, { collection: 'answers', operation: 'create' })}, c.id::text, null,
        jsonb_build_object('diagnostic', ${diagnostic}::text, 'question', ${question}::text, 'grid', ${grid}::int,
          'value', c.value, 'comment', c.comment, 'revision', c.revision)
      from created c
    ), result as (
      select revision, ${utc(sql`updated_at`)} as "savedAt" from (
        select revision, updated_at from changed union all select revision, updated_at from created) stored
    ), named as (
      insert into operations (diagnostic_id, op, organisation_id, reply)
      select ${diagnostic}::uuid, ${op}::uuid, ${scope.organisation.id}::uuid,
        jsonb_build_object('revision', revision, 'savedAt', "savedAt", 'asked', ${asked}::text) from result
    )
    select revision, "savedAt" from result`)
  const [row] = rows
  return row === undefined ? null : written.parse(row)
}

const prior = written.extend({ asked: z.string().optional() })

/**
 * What an operation that was applied already answered; null for a new one. Throws OPERATION_REUSED when it asked
 * something else then: what is asked now was not stored.
 */
export const priorWrite = async (
  scope: DiagnosticScope,
  database: Database,
  { op, asked }: Pick<Write, 'op' | 'asked'>,
): Promise<Written | null> => {
  const { rows } = await database.execute(sql`
    select reply from operations
    where organisation_id = ${scope.organisation.id}::uuid and diagnostic_id = ${scope.diagnostic.id}::uuid and op = ${op}::uuid`)
  const [row] = rows
  if (row === undefined) return null
  const { asked: then, ...reply } = prior.parse(row.reply)
  if (then !== undefined && then !== asked) throw new DomainError('OPERATION_REUSED')
  return reply
}

const stamp = { revision: z.number(), at: z.iso.datetime({ offset: true }), by: z.string().nullable(), isOwn: z.boolean() }
const currentAnswer = z.object({ value: answerValue, comment: z.string().nullable(), ...stamp })
export type CurrentAnswer = z.infer<typeof currentAnswer>

const person = (scope: DiagnosticScope) => sql`(select u.first_name || ' ' || u.last_name from users u where u.id = r.updated_by_id) as by,
  r.updated_by_id is not distinct from ${scope.person.id}::uuid as "isOwn"`

/** An answer as it stands, for the person whose save did not fit. */
export const findAnswer = async (
  scope: DiagnosticScope,
  database: Database,
  { question, grid }: { readonly question: string; readonly grid: number },
): Promise<CurrentAnswer | null> => {
  const { rows } = await database.execute(sql`
    select r.value, r.comment, r.revision, ${utc(sql`r.updated_at`)} as at, ${person(scope)}
    from answers r
    where r.organisation_id = ${scope.organisation.id}::uuid and r.diagnostic_id = ${scope.diagnostic.id}::uuid
      and r.question = ${question} and r.grid = ${grid}`)
  const [row] = rows
  return row === undefined ? null : currentAnswer.parse(row)
}

const currentAssessment = z.object({ fields: assessmentFields, ...stamp })
export type CurrentAssessment = z.infer<typeof currentAssessment>

const fieldsOf = (alias: ReturnType<typeof sql>) => sql`jsonb_build_object('notConcerned', ${alias}.not_concerned,
  'reason', ${alias}.reason, 'toReview', ${alias}.to_review, 'practices', ${alias}.practices,
  'priority', ${alias}.priority, 'target', ${alias}.target, 'target3', ${alias}.target3)`

/** An assessment as it stands, or null when nobody wrote to it yet. */
export const findAssessment = async (
  scope: DiagnosticScope,
  database: Database,
  criterion: string,
): Promise<CurrentAssessment | null> => {
  const { rows } = await database.execute(sql`
    select ${fieldsOf(sql`r`)} as fields, r.revision, ${utc(sql`r.updated_at`)} as at, ${person(scope)}
    from assessments r
    where r.organisation_id = ${scope.organisation.id}::uuid and r.diagnostic_id = ${scope.diagnostic.id}::uuid
      and r.criterion = ${criterion}`)
  const [row] = rows
  return row === undefined ? null : currentAssessment.parse(row)
}

const pastFields = z.array(z.object({ revision: z.number(), before: z.record(z.string(), z.unknown()) }))

/**
 * What the journal says of an assessment's changes after the counter `base`: each entry's fields as they were
 * before it. Oldest first.
 */
export const changesSince = async (
  scope: DiagnosticScope,
  database: Database,
  { criterion, base }: { readonly criterion: string; readonly base: number },
): Promise<z.infer<typeof pastFields>> => {
  const { rows } = await database.execute(sql`
    select (e.after->>'revision')::int as revision, e.before
    from assessments r join audit_entries e on e.collection = 'assessments' and e.document = r.id::text
    where r.organisation_id = ${scope.organisation.id}::uuid and r.diagnostic_id = ${scope.diagnostic.id}::uuid
      and r.criterion = ${criterion} and e.operation = 'update' and (e.after->>'revision')::int > ${base}
    order by 1`)
  return pastFields.parse(rows)
}

/**
 * Writes the named fields of one assessment, its journal entry and the operation's name in one statement, if the
 * row's counter is still `base` and the operation is new. The entry tells only the fields that were set.
 */
export const writeAssessment = async (
  scope: DiagnosticScope,
  database: Database,
  { op, base, asked, criterion, set, confirms }: Write & {
    readonly criterion: string
    readonly set: AssessmentFields
    /** What was carried from an older version is confirmed by this. */
    readonly confirms: boolean
  },
): Promise<Written | null> => {
  const diagnostic = scope.diagnostic.id
  const json = JSON.stringify(set)
  const names = Object.keys(set)
  const value = (name: keyof AssessmentFields, column: ReturnType<typeof sql>, type: ReturnType<typeof sql>) =>
    sql`case when s.set ? ${name} then (s.set->>${name})::${type} else ${column} end`
  const told = (alias: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_object_agg(key, field), '{}'::jsonb) from jsonb_each(${fieldsOf(alias)}) as f(key, field)
    where key in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)))`
  const { rows } = await database.execute(sql`
    with wanted as (select ${json}::jsonb as set), ${open(scope)}, fresh as (
      select 1 from open where not exists (select 1 from operations where diagnostic_id = ${diagnostic}::uuid and op = ${op}::uuid)
    ), before as (
      select * from assessments
      where organisation_id = ${scope.organisation.id}::uuid and diagnostic_id = ${diagnostic}::uuid
        and criterion = ${criterion}
      for update
    ), changed as (
      update assessments a set
        not_concerned = ${value('notConcerned', sql`a.not_concerned`, sql`boolean`)},
        reason = ${value('reason', sql`a.reason`, sql`text`)},
        to_review = ${value('toReview', sql`a.to_review`, sql`boolean`)},
        practices = ${value('practices', sql`a.practices`, sql`text`)},
        priority = ${value('priority', sql`a.priority`, sql`int`)},
        target = ${value('target', sql`a.target`, sql`text`)},
        target3 = ${value('target3', sql`a.target3`, sql`text`)},
        to_confirm = case when ${confirms}::boolean then null else a.to_confirm end,
        revision = a.revision + 1, source = 'typed', updated_by_id = ${scope.person.id}::uuid, updated_at = now()
      from before b, fresh, wanted s where a.id = b.id and b.revision = ${base}::int
      returning a.*
    ), created as (
      insert into assessments (id, organisation_id, diagnostic_id, criterion, not_concerned, reason, to_review,
        practices, priority, target, target3, work_state, source, revision, updated_by_id, updated_at, created_at)
      select ${randomUUIDv7()}::uuid, ${scope.organisation.id}::uuid, ${diagnostic}::uuid, ${criterion},
        coalesce((s.set->>'notConcerned')::boolean, false), s.set->>'reason',
        coalesce((s.set->>'toReview')::boolean, false), s.set->>'practices', (s.set->>'priority')::int,
        s.set->>'target', s.set->>'target3', 'toDo', 'typed', 1, ${scope.person.id}::uuid, now(), now()
      from fresh, wanted s where ${base}::int = 0 and not exists (select 1 from before)
      on conflict do nothing
      returning *
    ), entry as (
      insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, request_id, collection, operation,
        document, before, after)
      select ${journal(scope, { collection: 'assessments', operation: 'update' })}, c.id::text,
        ${told(sql`b`)} || jsonb_build_object('revision', b.revision),
        ${told(sql`c`)} || jsonb_build_object('revision', c.revision)
      from changed c join before b on b.id = c.id
      union all
      select ${journal(scope, { collection: 'assessments', operation: 'create' })}, c.id::text, null,
        ${told(sql`c`)} || jsonb_build_object('diagnostic', ${diagnostic}::text, 'criterion', ${criterion}::text, 'revision', c.revision)
      from created c
    ), result as (
      select revision, ${utc(sql`updated_at`)} as "savedAt" from (
        select revision, updated_at from changed union all select revision, updated_at from created) stored
    ), named as (
      insert into operations (diagnostic_id, op, organisation_id, reply)
      select ${diagnostic}::uuid, ${op}::uuid, ${scope.organisation.id}::uuid,
        jsonb_build_object('revision', revision, 'savedAt', "savedAt", 'asked', ${asked}::text) from result
    )
    select revision, "savedAt" from result`)
  const [row] = rows
  return row === undefined ? null : written.parse(row)
}
