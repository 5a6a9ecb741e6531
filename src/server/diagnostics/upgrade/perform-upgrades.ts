import type { Payload } from 'payload'

import { isDomainError } from '#domain/domain-error.ts'
import { targetAfter } from '#server/referentiels/versions.queries.ts'

import { moveDiagnostic } from './move-diagnostic.ts'
import { simulateUpgrade } from './simulate-upgrade.ts'
import { closeStep, openSteps } from './upgrade-batches.queries.ts'
import type { OpenStep } from './upgrade-batches.queries.ts'
import { findSource } from './upgrade.queries.ts'

type Means = {
  readonly payload: Payload
  /** Aborted when the worker has to stop: what is left is taken up by the next attempt. */
  readonly signal: AbortSignal
}

export type PerformedUpgrades = { readonly simulated: number; readonly moved: number; readonly failed: number }

const pageSize = 50
/** How many diagnostics are worked on at once: as many as the reference machine has cores. */
const together = 2
const beforeAll = '00000000-0000-0000-0000-000000000000'

const tried = async ({ payload }: Means, { organisation, diagnostic, revision }: OpenStep) => {
  const database = payload.db.drizzle
  const scope = { organisation: { id: organisation } }
  const source = await findSource(scope, database, diagnostic)
  const target = source === null ? null : await targetAfter(database, { from: source.revision, to: revision, organisation })
  const simulated = source === null || target === null ? null : await simulateUpgrade(scope, database, { source, target })
  if (simulated === null) return { state: 'failed' as const, summary: { reason: 'NOT_FOUND' } }
  const { answers, scores } = simulated.simulation
  return { state: 'simulated' as const, summary: { ...answers, complete: scores.complete } }
}

const moved = async (means: Means, { organisation, diagnostic, revision, confirmedBy }: OpenStep) => {
  const mover = { organisation: { id: organisation }, person: confirmedBy === null ? null : { id: confirmedBy }, onBehalfOf: null }
  return { state: 'moved' as const, summary: { diagnostic: await moveDiagnostic(mover, means, { diagnostic, revision }) } }
}

/** One step to its end. What is refused is noted with its reason; what fails otherwise is left for the next attempt. */
const performed = async (means: Means, batch: string, step: OpenStep): Promise<keyof PerformedUpgrades> => {
  const { state, summary } = await (step.state === 'confirmed' ? moved(means, step) : tried(means, step)).catch((error: unknown) => {
    if (!isDomainError(error)) throw error
    return { state: 'failed' as const, summary: { reason: error.code } }
  })
  await closeStep(means.payload.db.drizzle, { batch, step, state, summary })
  return state
}

/**
 * Goes through what is left of a batch. Throws when the worker has to stop and, at the end, when some steps failed for want
 * of a database or the like, so that the queue takes it up again: what was done is noted, and not done twice.
 */
export const performUpgrades = async (means: Means, batch: string): Promise<PerformedUpgrades> => {
  const database = means.payload.db.drizzle
  const count = { simulated: 0, moved: 0, failed: 0 }
  const errors: unknown[] = []
  let after = beforeAll
  for (;;) {
    const steps = [...(await openSteps(database, { batch, after, limit: pageSize }))]
    const last = steps.at(-1)
    if (last === undefined) break
    after = last.diagnostic
    const lane = async () => {
      for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
        means.signal.throwIfAborted()
        await performed(means, batch, step).then(
          (state) => (count[state] += 1),
          (error: unknown) => errors.push(error),
        )
      }
    }
    // What is under way ends before anybody hears that the worker stops: the next attempt would meet it half done.
    const lanes = await Promise.allSettled(Array.from({ length: together }, lane))
    const stopped = lanes.find((ended) => ended.status === 'rejected')
    if (stopped !== undefined) throw stopped.reason
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} diagnostics are left for the next attempt.`)
  return count
}
