'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { FormState } from '#features/forms/form-state.ts'
import { done, readForm, refused } from '#features/forms/form-state.ts'
import { payloadInstance } from '#server/payload.ts'
import { enterSpace } from '#server/session/enter-space.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import { addGrid } from './grids.queries.ts'
import { openDiagnostic } from './open-diagnostic.ts'

const gridSchema = z.object({ space: z.string(), diagnostic: z.string(), node: z.string() })

const errorOfLock = { archived: 'DIAGNOSTIC_LOCKED', validated: 'DIAGNOSTIC_LOCKED', replaced: 'DIAGNOSTIC_LOCKED', subscription: 'SUBSCRIPTION_ENDED', reader: 'FORBIDDEN' } as const

/** One more grid below a node that repeats: one more person met. */
export const addGridAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(gridSchema, data)
  if (!form.ok) return form.state
  const { space, diagnostic: id, node: code } = form.value
  const scope = await enterSpace(space)
  const { diagnostic, evaluation, lock, source } = await openDiagnostic(scope, id)
  if (lock !== null) return refused(data, new DomainError(errorOfLock[lock]))
  const node = evaluation.compiled.nodeByCode.get(code)
  if (node?.repeat === undefined || node.repeat === null) return refused(data, new DomainError('NOT_FOUND'))
  if (!source.isWritable(node)) return refused(data, new DomainError('OUTSIDE_THEMES'))
  const numbers = evaluation.gridsOf(code)
  const { max } = node.repeat
  if (max !== null && numbers.length >= max) return { status: 'refused', values: {}, errors: {}, message: diagnosticTexts.grids.full }
  await addGrid(scope, (await payloadInstance()).db.drizzle, { diagnostic: diagnostic.id, node: code, existing: numbers })
  revalidatePath(`/espace/${scope.organisation.number}/diagnostic/${diagnostic.id}`)
  return done(diagnosticTexts.grids.added)
}
