import type { Payload } from 'payload'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import { isPlatformAdmin, isStaff, rightsIn } from '#domain/rights/rights.rules.ts'
import { readVersion } from '#plugins/referentiels/exports/server.ts'
import type { UsageSimulation } from '#plugins/referentiels/types.ts'
import { guardRest } from '#server/rate-limit/guard-rest.ts'
import type { Caller } from '#server/scope/actor.queries.ts'
import { callerOf } from '#server/session/caller.ts'

import { simulateUsage } from './simulate-usage.ts'
import { startBatch } from './start-batch.ts'
import type { StartedBatch } from './start-batch.ts'
import { listBatches } from './upgrade-batches.queries.ts'
import type { Audience, BatchProgress, BatchScope } from './upgrade-batches.queries.ts'

const audience = z.union([
  z.strictObject({ network: z.uuid() }),
  z.strictObject({ organisation: z.uuid() }),
  z.strictObject({ platform: z.literal(true) }),
])

const batchRequest = z.strictObject({ revision: z.uuid(), audience })

const audienceOf = (asked: z.output<typeof audience>): Audience => {
  if ('network' in asked) return { kind: 'network', id: asked.network }
  return 'organisation' in asked ? { kind: 'organisation', id: asked.organisation } : { kind: 'platform' }
}

/** Network heads for their network, administrators for their organisation, the platform's administrators for everybody. */
const mayStart = ({ actor }: Caller, { kind, ...rest }: Audience): boolean => {
  switch (kind) {
    case 'network':
      return 'id' in rest && actor.networks.includes(rest.id)
    case 'organisation':
      return 'id' in rest && rightsIn({ ...actor, staff: 'none' }, rest.id).has('diagnostic:manage')
    case 'platform':
      return isPlatformAdmin(actor)
  }
}

/** Whoever may not is told the same as for an audience that doesn't exist. */
const scopeOf = (caller: Caller | null, asked: Audience): BatchScope => {
  if (caller === null) throw new DomainError('NOT_SIGNED_IN')
  if (!mayStart(caller, asked)) throw new DomainError('NOT_FOUND')
  return { person: caller.person, audience: asked }
}

const answered = (body: unknown): Response => Response.json(body, { headers: { 'cache-control': 'no-store' } })

/** `POST /api/upgrades`: proposes a version to the members of a network or to everybody, or takes an organisation to it. */
export const startBatchEndpoint = (payloadOf: () => Promise<Payload>) =>
  guardRest(
    async (request) => {
      const parsed = batchRequest.safeParse(await request.json().catch(() => null))
      if (!parsed.success) throw new DomainError('INVALID_INPUT')
      const payload = await payloadOf()
      const scope = scopeOf(await callerOf(payload, request.headers), audienceOf(parsed.data.audience))
      const started: StartedBatch = await startBatch(scope, { payload, now: new Date() }, parsed.data.revision)
      return answered(started)
    },
    { payload: payloadOf },
  )

const audienceIn = (address: string): Audience => {
  const { searchParams } = new URL(address)
  const asked = Object.fromEntries([...searchParams].map(([name, value]) => [name, name === 'platform' ? value === 'true' : value]))
  const parsed = audience.safeParse(asked)
  if (!parsed.success) throw new DomainError('INVALID_INPUT')
  return audienceOf(parsed.data)
}

/** `GET /api/upgrades?network=…`: how far the last batches have come, in figures that name nobody. */
export const batchesEndpoint = (payloadOf: () => Promise<Payload>) =>
  guardRest(
    async (request) => {
      const payload = await payloadOf()
      const scope = scopeOf(await callerOf(payload, request.headers), audienceIn(request.url))
      const batches: readonly BatchProgress[] = await listBatches(scope, payload.db.drizzle)
      return answered({ batches })
    },
    { payload: payloadOf },
  )

/**
 * `GET /api/upgrades/simulation?referentiel=…&version=…`: what a version, published or a draft, would do to the diagnostics
 * on older ones. For the platform's staff, in figures that name nobody.
 */
export const usageSimulationEndpoint = (payloadOf: () => Promise<Payload>) =>
  guardRest(
    async (request) => {
      const payload = await payloadOf()
      const caller = await callerOf(payload, request.headers)
      if (caller === null) throw new DomainError('NOT_SIGNED_IN')
      if (!isStaff(caller.actor)) throw new DomainError('FORBIDDEN')
      const { searchParams } = new URL(request.url)
      const referentiel = searchParams.get('referentiel')
      if (referentiel === null) throw new DomainError('INVALID_INPUT')
      const document = await readVersion(payload, { referentiel, version: searchParams.get('version') ?? undefined })
      if (document === null) throw new DomainError('NOT_FOUND')
      const simulation: UsageSimulation = await simulateUsage(payload.db.drizzle, document)
      return answered(simulation)
    },
    { payload: payloadOf },
  )
