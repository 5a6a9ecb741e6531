import type { Payload } from 'payload'

import { calendarDateSchema } from '#domain/calendar/calendar-date.ts'
import { DomainError } from '#domain/domain-error.ts'
import { isReadOnly, subscriptionState } from '#domain/subscription/subscription-state.rules.ts'
import { databaseOf } from '#server/database/database-of.ts'
import { inTransaction } from '#server/database/in-transaction.ts'
import { jobQueue } from '#server/jobs/queue.ts'

import { insertBatch, subscriptionOf } from './upgrade-batches.queries.ts'
import type { BatchScope } from './upgrade-batches.queries.ts'

/** An organisation whose subscription is over reads, and moves nothing. */
const requireSubscribed = (subscription: Awaited<ReturnType<typeof subscriptionOf>>, now: Date): void => {
  if (subscription === null) return
  const { end, timeZone } = subscription
  const isOver = end === null || isReadOnly(subscriptionState({ end: calendarDateSchema.parse(end), now, timeZone }))
  if (isOver) throw new DomainError('SUBSCRIPTION_ENDED')
}

export type StartedBatch = { readonly batch: string; readonly diagnostics: number }

/**
 * Starts a batch and the job that goes through it, both or neither. Proposed by a network or the platform it tries each
 * move out and leaves the word to the organisation; started by an organisation it moves. Throws NOT_FOUND for a revision
 * that nobody can move to, SUBSCRIPTION_ENDED for an organisation whose subscription is over.
 */
export const startBatch = (
  scope: BatchScope,
  { payload, now }: { readonly payload: Payload; readonly now: Date },
  revision: string,
): Promise<StartedBatch> =>
  inTransaction({ payload }, async (req) => {
    const database = await databaseOf(req)
    requireSubscribed(await subscriptionOf(scope, database), now)
    const started = await insertBatch(scope, database, revision)
    if (started === null) throw new DomainError('NOT_FOUND')
    if (started.diagnostics > 0) await jobQueue(payload).enqueue({ name: 'upgrade-diagnostics', data: { batch: started.batch }, req })
    return started
  })
