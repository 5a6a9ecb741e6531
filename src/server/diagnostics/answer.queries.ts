import { sql } from 'drizzle-orm'
import { z } from 'zod'

import { answerValue } from '#domain/diagnostic/save-protocol.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'

import type { DiagnosticScope } from './diagnostic-scope.ts'
import type { Place, Write, Writing, Written } from './writing.queries.ts'
import { journal, named, ofPlace, open, placeOf, stamp, stampOf, writingOf, writtenBy } from './writing.queries.ts'

type AnswerWriting = Writing & {
  readonly question: string
  readonly grid: number
  readonly value: string | null
  readonly comment: string | null
  readonly keepsComment: boolean
}

const answerWrite = statement<AnswerWriting>('write-answer', (value) => sql`
    with ${open(value)}, before as (
      select ctid as place, id, value, comment, revision from answers
      where ${ofPlace(value)} and question = ${value('question')} and grid = ${value('grid')}::int
      for update
    ), changed as (
      update answers a set value = ${value('value')}::jsonb,
        comment = case when ${value('keepsComment')}::boolean then a.comment else ${value('comment')}::text end,
        to_confirm = null, revision = a.revision + 1, source = 'typed', updated_by_id = ${value('person')}::uuid, updated_at = now()
      from before b, open where a.ctid = b.place and b.revision = ${value('base')}::int
      returning a.id, a.value, a.comment, a.revision, a.updated_at
    ), created as (
      insert into answers (id, organisation_id, diagnostic_id, question, grid, value, comment, source, revision,
        updated_by_id, updated_at, created_at)
      select ${value('created')}::uuid, ${value('organisation')}::uuid, ${value('diagnostic')}::uuid, ${value('question')}, ${value('grid')}::int,
        ${value('value')}::jsonb, ${value('comment')}::text, 'typed', 1, ${value('person')}::uuid, now(), now()
      from open where ${value('base')}::int = 0 and not exists (select 1 from before)
      on conflict do nothing
      returning id, value, comment, revision, updated_at
    ), entry as (
      insert into audit_entries (id, at, actor, actor_collection, on_behalf_of, organisation, request_id, collection, operation,
        document, before, after)
      select ${journal(value, { collection: 'answers', operation: 'update' })}, c.id::text,
        jsonb_build_object('value', b.value, 'comment', b.comment, 'revision', b.revision),
        jsonb_build_object('value', c.value, 'comment', c.comment, 'revision', c.revision)
      from changed c join before b on b.id = c.id
      union all
      select ${journal(value, { collection: 'answers', operation: 'create' })}, c.id::text, null,
        jsonb_build_object('diagnostic', ${value('diagnostic')}::text, 'question', ${value('question')}::text, 'grid', ${value('grid')}::int,
          'value', c.value, 'comment', c.comment, 'revision', c.revision)
      from created c
    ), ${named(value)}`)

/**
 * Writes one answer, its journal entry and the operation's name in one statement, if the row's counter is still
 * `base` and the operation is new. Null when nothing was written: `priorWrite` and `findAnswer` tell why.
 */
export const writeAnswer = async (
  scope: DiagnosticScope,
  database: Database,
  { question, grid, value, comment, ...write }: Write & {
    readonly question: string
    readonly grid: number
    /** As `checkAnswer` gives it. */
    readonly value: unknown
    /** Left as it stands when undefined. */
    readonly comment: string | null | undefined
  },
): Promise<Written | null> =>
  writtenBy(answerWrite(database, {
    ...writingOf(scope, write),
    question,
    grid,
    value: value === null ? null : JSON.stringify(value),
    comment: comment ?? null,
    keepsComment: comment === undefined,
  }))

const currentAnswer = z.object({ value: answerValue, comment: z.string().nullable(), ...stamp })
export type CurrentAnswer = z.infer<typeof currentAnswer>

const answerAsItStands = statement<Place & { question: string; grid: number }>('answer', (value) => sql`
    select r.value, r.comment, ${stampOf(value)}
    from answers r where ${ofPlace(value)} and question = ${value('question')} and grid = ${value('grid')}::int`)

/** An answer as it stands, for the person whose save did not fit. */
export const findAnswer = async (
  scope: DiagnosticScope,
  database: Database,
  what: { readonly question: string; readonly grid: number },
): Promise<CurrentAnswer | null> => {
  const [row] = await answerAsItStands(database, { ...placeOf(scope), ...what })
  return row === undefined ? null : currentAnswer.parse(row)
}
