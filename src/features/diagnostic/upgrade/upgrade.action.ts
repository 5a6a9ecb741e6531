'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { FormState } from '#features/forms/form-state.ts'
import { done, readForm, refused } from '#features/forms/form-state.ts'
import { changeSubset } from '#server/diagnostics/upgrade/change-subset.ts'
import { moveDiagnostic } from '#server/diagnostics/upgrade/move-diagnostic.ts'
import { startBatch } from '#server/diagnostics/upgrade/start-batch.ts'
import { payloadInstance } from '#server/payload.ts'
import type { Scope } from '#server/scope/scope.ts'
import { enterSpace } from '#server/session/enter-space.ts'
import { upgradeTexts } from '#texts/passage.ts'

import { listDiagnostics } from '../diagnostic.queries.ts'
import type { DiagnosticSummary } from '../diagnostic.queries.ts'
import { lockOf } from '../write-access.ts'

const upgradeSchema = z.object({ space: z.string(), diagnostic: z.uuid(), revision: z.uuid(), all: z.string().optional() })
const subsetSchema = z.object({ space: z.string(), diagnostic: z.uuid(), subset: z.string().max(64) })

const moverOf = ({ organisation, person, onBehalfOf }: Scope) => ({ organisation, person, onBehalfOf })

/** Why the person may not change the whole diagnostic; null when they may. One that was moved already is for the move to tell. */
const refusalOf = (scope: Scope, diagnostic: DiagnosticSummary): DomainError | null => {
  if (!scope.rights.has('diagnostic:manage')) return new DomainError('FORBIDDEN')
  const lock = lockOf(scope, diagnostic, new Date())
  if (lock === null || lock === 'replaced') return null
  return new DomainError(lock === 'subscription' ? 'SUBSCRIPTION_ENDED' : 'DIAGNOSTIC_LOCKED')
}

/** Moves a diagnostic to a newer version and goes to the new one; or starts the move of all that the organisation has open. */
export const upgradeAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(upgradeSchema, data)
  if (!form.ok) return form.state
  const { space, diagnostic: id, revision, all } = form.value
  const scope = await enterSpace(space)
  const payload = await payloadInstance()
  const diagnostic = (await listDiagnostics(scope, payload.db.drizzle)).find((each) => each.id === id)
  const refusal = diagnostic === undefined ? new DomainError('NOT_FOUND') : refusalOf(scope, diagnostic)
  if (refusal !== null) return refused(data, refusal)
  if (all !== undefined) {
    const audience = { kind: 'organisation', id: scope.organisation.id } as const
    return startBatch({ person: scope.person, audience }, { payload, now: new Date() }, revision).then(
      () => done(upgradeTexts.confirm.allStarted),
      (error: unknown) => refused(data, error),
    )
  }
  const outcome = await moveDiagnostic(moverOf(scope), { payload }, { diagnostic: id, revision }).then(
    (moved) => ({ moved }),
    (error: unknown) => refused(data, error),
  )
  if ('moved' in outcome) redirect(`/espace/${scope.organisation.number}/diagnostic/${outcome.moved}`)
  return outcome
}

/** Takes the whole référentiel or another subset, and goes back to the diagnostic. */
export const changeSubsetAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(subsetSchema, data)
  if (!form.ok) return form.state
  const { space, diagnostic: id, subset } = form.value
  const scope = await enterSpace(space)
  const database = (await payloadInstance()).db.drizzle
  const diagnostic = (await listDiagnostics(scope, database)).find((each) => each.id === id)
  if (diagnostic === undefined) return refused(data, new DomainError('NOT_FOUND'))
  const refusal = diagnostic.state === 'replaced' ? new DomainError('DIAGNOSTIC_LOCKED') : refusalOf(scope, diagnostic)
  if (refusal !== null) return refused(data, refusal)
  const failed = await changeSubset({ ...moverOf(scope), diagnostic }, database, subset === '' ? null : subset).then(
    () => null,
    (error: unknown) => refused(data, error),
  )
  if (failed !== null) return failed
  redirect(`/espace/${scope.organisation.number}/diagnostic/${id}`)
}
