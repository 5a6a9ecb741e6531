import type { Payload } from 'payload'
import type { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { UpgradeSimulation, Upgraded } from '#domain/diagnostic/upgrade-protocol.ts'
import { subsetRequest, upgradeRequest } from '#domain/diagnostic/upgrade-protocol.ts'
import { guardRest } from '#server/rate-limit/guard-rest.ts'
import { newestAfter } from '#server/referentiels/versions.queries.ts'

import type { DiagnosticScope } from '../diagnostic-scope.ts'
import { enterDiagnostic, requireManageable } from '../diagnostic-scope.ts'
import { changeSubset } from './change-subset.ts'
import { moveDiagnostic } from './move-diagnostic.ts'
import { simulateUpgrade } from './simulate-upgrade.ts'
import { findSource } from './upgrade.queries.ts'

type Route = { readonly params: Promise<{ readonly diagnostic: string }> }
type Work<Input, Reply> = (scope: DiagnosticScope, means: { readonly payload: Payload; readonly now: Date }, input: Input) => Promise<Reply>

const bodyOf = async <Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> => {
  const parsed = schema.safeParse(await request.json().catch(() => null))
  if (!parsed.success) throw new DomainError('INVALID_INPUT')
  return parsed.data
}

const endpoint = <Reply>(payloadOf: () => Promise<Payload>, work: Work<Request, Reply>) =>
  guardRest<Route>(
    async (request, { params }) => {
      const [payload, { diagnostic: id }] = await Promise.all([payloadOf(), params])
      const scope = await enterDiagnostic(payload, { headers: request.headers, id })
      const reply = await work(scope, { payload, now: new Date() }, request)
      return Response.json(reply, { headers: { 'cache-control': 'no-store' } })
    },
    { payload: payloadOf },
  )

const hrefOf = ({ diagnostic }: DiagnosticScope, id: string): string => `/espace/${diagnostic.number}/diagnostic/${id}`

/** `GET`: what a move to the newest version would do, for whoever may read the diagnostic. Writes nothing. */
export const simulationEndpoint = (payloadOf: () => Promise<Payload>) =>
  endpoint(payloadOf, async (scope, { payload }): Promise<UpgradeSimulation> => {
    const database = payload.db.drizzle
    const [target, source] = await Promise.all([
      newestAfter(database, { revision: scope.diagnostic.revision, organisation: scope.organisation.id }),
      findSource(scope, database, scope.diagnostic.id),
    ])
    const simulated = target === null || source === null ? null : await simulateUpgrade(scope, database, { source, target })
    if (target === null || simulated === null) return { target: null, simulation: null }
    const { answers, assessments, empty, scores } = simulated.simulation
    return {
      target: { revision: target.revision, version: target.version, title: target.title },
      simulation: { answers, assessments, empty, axes: scores.axes, complete: scores.complete },
    }
  })

/** `POST`: moves the diagnostic, for an administrator of the organisation. Asked twice, it answers the same. */
export const upgradeEndpoint = (payloadOf: () => Promise<Payload>) =>
  endpoint(payloadOf, async (scope, { payload, now }, request): Promise<Upgraded> => {
    const { revision } = await bodyOf(request, upgradeRequest)
    const { diagnostic } = scope
    if (!scope.rights.has('diagnostic:manage')) throw new DomainError('FORBIDDEN')
    const { successor = null } = (await findSource(scope, payload.db.drizzle, diagnostic.id)) ?? {}
    if (successor?.revision === revision) return { diagnostic: successor.id, href: hrefOf(scope, successor.id) }
    requireManageable(scope, now)
    const id = await moveDiagnostic(scope, { payload }, { diagnostic: diagnostic.id, revision })
    return { diagnostic: id, href: hrefOf(scope, id) }
  })

/** `POST`: takes the whole or another subset of the same référentiel, for an administrator of the organisation. */
export const subsetEndpoint = (payloadOf: () => Promise<Payload>) =>
  endpoint(payloadOf, async (scope, { payload, now }, request): Promise<Upgraded> => {
    const { subset } = await bodyOf(request, subsetRequest)
    requireManageable(scope, now)
    await changeSubset(scope, payload.db.drizzle, subset)
    return { diagnostic: scope.diagnostic.id, href: hrefOf(scope, scope.diagnostic.id) }
  })
