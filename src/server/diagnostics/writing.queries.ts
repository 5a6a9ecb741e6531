/** What the writes of an answer and of an assessment have in common. */
import { createHash, randomUUIDv7 } from 'node:crypto'

import { sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { Database } from '#server/database/database-of.ts'
import { statement } from '#server/database/statement.ts'
import type { Statement } from '#server/database/statement.ts'
import { requestInHand } from '#server/log/request-in-hand.ts'
import { violates } from '#server/rate-limit/database-error.ts'

import type { DiagnosticScope } from './diagnostic-scope.ts'

/** One save: who names it, and what counter the writer saw. */
export type Write = {
  readonly op: string
  readonly base: number
  /** What this operation asks, by its hash: an id that comes again with something else must not pass for saved. */
  readonly asked: string
}

/** By which an operation that comes again is known to ask the same: whose it is, its row and its whole request, as it was read. */
export const askedBy = ({ person }: DiagnosticScope, what: { readonly code: string; readonly request: object }): string =>
  createHash('sha256').update(JSON.stringify([person.id, what.code, what.request])).digest('base64url')

const written = z.object({ revision: z.number(), savedAt: z.iso.datetime({ offset: true }) })
export type Written = z.infer<typeof written>

/**
 * What one of the two writes wrote. Null when it wrote nothing: its row was written meanwhile, or the operation is known
 * already, of which `priorWrite` tells. That an operation comes once is the key of its table's to say: a look first would be
 * paid by every save, and read the whole table wherever its plan was made while it was small.
 */
export const writtenBy = async (writing: ReturnType<Statement<Writing>>): Promise<Written | null> => {
  try {
    const [row] = await writing
    return row === undefined ? null : written.parse(row)
  } catch (error) {
    if (violates(error, 'operations_pkey')) return null
    throw error
  }
}

/** What every statement of a save is given: whose, where, by whom. */
export type Place = { readonly organisation: string; readonly diagnostic: string; readonly person: string }

export const placeOf = (scope: DiagnosticScope): Place => ({ organisation: scope.organisation.id, diagnostic: scope.diagnostic.id, person: scope.person.id })

/** What every write is given besides: its operation, the row's counter that it starts from, and ids for what it makes. */
export type Writing = Place & {
  readonly onBehalfOf: string | null
  readonly request: string | null
  readonly entry: string
  readonly created: string
  readonly op: string
  readonly base: number
  readonly asked: string
}

export const writingOf = (scope: DiagnosticScope, { op, base, asked }: Write): Writing => ({
  ...placeOf(scope),
  onBehalfOf: scope.onBehalfOf,
  request: requestInHand()?.id ?? null,
  entry: randomUUIDv7(),
  created: randomUUIDv7(),
  op,
  base,
  asked,
})

/** The place of a value by its name. */
export type At<Values> = (name: keyof Values & string) => Placeholder

/** The first columns of a journal entry. */
export const journal = (value: At<Writing>, { collection, operation }: { collection: string; operation: 'create' | 'update' }) => sql`
  ${value('entry')}::uuid, date_trunc('milliseconds', clock_timestamp()), ${value('person')}::text, 'users', ${value('onBehalfOf')}::text,
  ${value('organisation')}::text, ${value('request')}::text, ${sql.raw(`'${collection}'`)}, ${sql.raw(`'${operation}'`)}`

const utc = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * The rows of one diagnostic of the organisation. Both writes lock their row by this and its key, then change it where it
 * lies (`ctid`): joined by its id, the table would be read through, with every dead version, for as long as it is small.
 */
export const ofPlace = (value: At<Place>): SQL => sql`organisation_id = ${value('organisation')}::uuid and diagnostic_id = ${value('diagnostic')}::uuid`

/**
 * The diagnostic, while it is open. The lock lets other saves pass and waits for a move to a newer version
 * (`upgrade/upgrade.queries.ts`): a save is either carried by the move, or finds the diagnostic replaced. Whatever closes
 * a diagnostic takes it `for update` as well: an update of its state alone would let a save under way pass after it.
 */
export const open = (value: At<Place>) => sql`open as (
      select id from diagnostics
      where id = ${value('diagnostic')}::uuid and organisation_id = ${value('organisation')}::uuid and state = 'open'
      for key share
    )`

/** What both writes end with: the reply, kept under the operation's name. */
export const named = (value: At<Writing>) => sql`result as (
      select revision, ${utc(sql`updated_at`)} as "savedAt" from (
        select revision, updated_at from changed union all select revision, updated_at from created) stored
    ), named as (
      insert into operations (diagnostic_id, op, organisation_id, reply)
      select ${value('diagnostic')}::uuid, ${value('op')}::uuid, ${value('organisation')}::uuid,
        jsonb_build_object('revision', revision, 'savedAt', "savedAt", 'asked', ${value('asked')}::text) from result
    )
    select revision, "savedAt" from result`

/** A row’s counter, and who wrote last, as `stampOf` gives them. */
export const stamp = { revision: z.number(), at: z.iso.datetime({ offset: true }), by: z.string().nullable(), isOwn: z.boolean() }

/** Who wrote a row `r` last, and when. */
export const stampOf = (value: At<Place>) => sql`r.revision, ${utc(sql`r.updated_at`)} as at,
  (select u.first_name || ' ' || u.last_name from users u where u.id = r.updated_by_id) as by,
  r.updated_by_id is not distinct from ${value('person')}::uuid as "isOwn"`

const operation = statement<Place & { op: string }>(
  'operation',
  (value) => sql`select reply from operations where ${ofPlace(value)} and op = ${value('op')}::uuid`,
)

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
  const [row] = await operation(database, { ...placeOf(scope), op })
  if (row === undefined) return null
  const { asked: then, ...reply } = prior.parse(row['reply'])
  if (then !== undefined && then !== asked) throw new DomainError('OPERATION_REUSED')
  return reply
}
