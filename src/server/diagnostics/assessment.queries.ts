import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { z } from 'zod'

import type { AssessmentFields } from '#domain/diagnostic/save-protocol.ts'
import { assessmentFields } from '#domain/diagnostic/save-protocol.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

import type { DiagnosticScope } from './diagnostic-scope.ts'
import type { Place, Write, Writing, Written } from './writing.queries.ts'
import { journal, named, ofPlace, open, placeOf, stamp, stampOf, writingOf, writtenBy } from './writing.queries.ts'

const currentAssessment = z.object({ fields: assessmentFields, ...stamp })
export type CurrentAssessment = z.infer<typeof currentAssessment>

const fieldsOf = (alias: SQL) => sql`jsonb_build_object('notConcerned', ${alias}.not_concerned,
  'reason', ${alias}.reason, 'toReview', ${alias}.to_review, 'practices', ${alias}.practices,
  'priority', ${alias}.priority, 'target', ${alias}.target, 'target3', ${alias}.target3)`

const assessmentAsItStands = statement<Place & { criterion: string }>('assessment', (value) => sql`
    select ${fieldsOf(sql`r`)} as fields, ${stampOf(value)}
    from assessments r where ${ofPlace(value)} and criterion = ${value('criterion')}`)

/** An assessment as it stands, or null when nobody wrote to it yet. */
export const findAssessment = async (
  scope: DiagnosticScope,
  database: Database,
  criterion: string,
): Promise<CurrentAssessment | null> => {
  const [row] = await assessmentAsItStands(database, { ...placeOf(scope), criterion })
  return row === undefined ? null : currentAssessment.parse(row)
}

const pastFields = z.array(z.object({ revision: z.number(), before: z.record(z.string(), z.unknown()) }))

/**
 * What the journal says of an assessment's last `count` changes, of those after the counter `base`: each entry's fields as they were
 * before it. Oldest first. The texts of older entries are not read.
 */
export const changesSince = async (
  scope: DiagnosticScope,
  database: Database,
  { criterion, base, count }: { readonly criterion: string; readonly base: number; readonly count: number },
): Promise<z.infer<typeof pastFields>> => {
  const { rows } = await database.execute(sql`
    select (after->>'revision')::int as revision, before from (
      select e.before, e.after
      from assessments r join audit_entries e on e.collection = 'assessments' and e.document = r.id::text
      where r.organisation_id = ${scope.organisation.id}::uuid and r.diagnostic_id = ${scope.diagnostic.id}::uuid
        and r.criterion = ${criterion} and e.operation = 'update'
      order by e.at desc, e.id desc limit ${count}) latest
    where (after->>'revision')::int > ${base}
    order by 1`)
  return pastFields.parse(rows)
}

type AssessmentWriting = Writing & {
  readonly criterion: string
  /** The fields that are written, as JSON, and their names. */
  readonly set: string
  readonly names: string
  readonly confirms: boolean
}

const assessmentWrite = statement<AssessmentWriting>('write-assessment', (value) => {
  const field = (name: keyof AssessmentFields, column: SQL, type: SQL) =>
    sql`case when s.set ? ${name} then (s.set->>${name})::${type} else ${column} end`
  const told = (alias: SQL) => sql`(select coalesce(jsonb_object_agg(key, field), '{}'::jsonb) from jsonb_each(${fieldsOf(alias)}) as f(key, field)
    where key in (select jsonb_array_elements_text(${value('names')}::jsonb)))`
  return sql`
    with wanted as (select ${value('set')}::jsonb as set), ${open(value)}, before as (
      select ctid as place, * from assessments where ${ofPlace(value)} and criterion = ${value('criterion')}
      for update
    ), changed as (
      update assessments a set
        not_concerned = ${field('notConcerned', sql`a.not_concerned`, sql`boolean`)},
        reason = ${field('reason', sql`a.reason`, sql`text`)},
        to_review = ${field('toReview', sql`a.to_review`, sql`boolean`)},
        practices = ${field('practices', sql`a.practices`, sql`text`)},
        priority = ${field('priority', sql`a.priority`, sql`int`)},
        target = ${field('target', sql`a.target`, sql`text`)},
        target3 = ${field('target3', sql`a.target3`, sql`text`)},
        to_confirm = case when ${value('confirms')}::boolean then null else a.to_confirm end,
        revision = a.revision + 1, source = 'typed', updated_by_id = ${value('person')}::uuid, updated_at = now()
      from before b, open, wanted s where a.ctid = b.place and b.revision = ${value('base')}::int
      returning a.*
    ), created as (
      insert into assessments (id, organisation_id, diagnostic_id, criterion, not_concerned, reason, to_review,
        practices, priority, target, target3, work_state, source, revision, updated_by_id, updated_at, created_at)
      select ${value('created')}::uuid, ${value('organisation')}::uuid, ${value('diagnostic')}::uuid, ${value('criterion')},
        coalesce((s.set->>'notConcerned')::boolean, false), s.set->>'reason',
        coalesce((s.set->>'toReview')::boolean, false), s.set->>'practices', (s.set->>'priority')::int,
        s.set->>'target', s.set->>'target3', 'toDo', 'typed', 1, ${value('person')}::uuid, now(), now()
      from open, wanted s where ${value('base')}::int = 0 and not exists (select 1 from before)
      on conflict do nothing
      returning *
    ), entry as (
      insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, request_id, collection, operation,
        document, before, after)
      select ${journal(value, { collection: 'assessments', operation: 'update' })}, c.id::text,
        ${told(sql`b`)} || jsonb_build_object('revision', b.revision),
        ${told(sql`c`)} || jsonb_build_object('revision', c.revision)
      from changed c join before b on b.id = c.id
      union all
      select ${journal(value, { collection: 'assessments', operation: 'create' })}, c.id::text, null,
        ${told(sql`c`)} || jsonb_build_object('diagnostic', ${value('diagnostic')}::text, 'criterion', ${value('criterion')}::text, 'revision', c.revision)
      from created c
    ), ${named(value)}`
})

/**
 * Writes the named fields of one assessment, its journal entry and the operation's name in one statement, if the
 * row's counter is still `base` and the operation is new. The entry tells only the fields that were set.
 */
export const writeAssessment = async (
  scope: DiagnosticScope,
  database: Database,
  { criterion, set, confirms, ...write }: Write & {
    readonly criterion: string
    readonly set: AssessmentFields
    /** What was carried from an older version is confirmed by this. */
    readonly confirms: boolean
  },
): Promise<Written | null> =>
  writtenBy(assessmentWrite(database, {
    ...writingOf(scope, write),
    criterion,
    set: JSON.stringify(set),
    names: JSON.stringify(Object.keys(set)),
    confirms,
  }))
