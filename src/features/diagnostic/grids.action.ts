'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'

import { DomainError } from '#domain/domain-error.ts'
import type { FormState } from '#features/forms/form-state.ts'
import { done, readForm, refused } from '#features/forms/form-state.ts'
import type { CompiledNode } from '#plugins/referentiels/engine/compile/compiled.ts'
import { questionsBelow } from '#plugins/referentiels/engine/compile/compiled.ts'
import { payloadInstance } from '#server/payload.ts'
import { enterSpace } from '#server/session/enter-space.ts'
import type { Scope } from '#server/scope/scope.ts'
import { diagnosticTexts } from '#texts/diagnostic.ts'

import { addGrid, removeGrid } from './grids.queries.ts'
import type { OpenDiagnostic } from './open-diagnostic.ts'
import { openDiagnostic } from './open-diagnostic.ts'

const gridSchema = z.object({ space: z.string(), diagnostic: z.string(), node: z.string() })
const removalSchema = gridSchema.extend({ number: z.coerce.number().int().positive() })

const errorOfLock = { archived: 'DIAGNOSTIC_LOCKED', validated: 'DIAGNOSTIC_LOCKED', replaced: 'DIAGNOSTIC_LOCKED', subscription: 'SUBSCRIPTION_ENDED', reader: 'FORBIDDEN' } as const

const texts = diagnosticTexts.grids
const notNow = (message: string): FormState => ({ status: 'refused', values: {}, errors: {}, message })

/** What repeats by the form's node, if the person may write there. */
type Repeated = { readonly scope: Scope; readonly opened: OpenDiagnostic; readonly node: CompiledNode; readonly repeat: NonNullable<CompiledNode['repeat']> }

const repeatedBy = async ({ space, diagnostic, node: code }: z.infer<typeof gridSchema>): Promise<Repeated | DomainError> => {
  const scope = await enterSpace(space)
  const opened = await openDiagnostic(scope, diagnostic)
  if (opened.lock !== null) return new DomainError(errorOfLock[opened.lock])
  const node = opened.evaluation.compiled.nodeByCode.get(code)
  if (node === undefined || node.repeat === null) return new DomainError('NOT_FOUND')
  if (!opened.source.isWritable(node)) return new DomainError('OUTSIDE_THEMES')
  return { scope, opened, node, repeat: node.repeat }
}

const drawAgain = ({ scope, opened }: Repeated): void =>
  revalidatePath(`/espace/${scope.organisation.number}/diagnostic/${opened.diagnostic.id}`)

/** One more grid below a node that repeats: one more person met. */
export const addGridAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(gridSchema, data)
  if (!form.ok) return form.state
  const place = await repeatedBy(form.value)
  if (place instanceof DomainError) return refused(data, place)
  const { scope, opened, node, repeat } = place
  const existing = opened.evaluation.gridsOf(node.code)
  if (repeat.max !== null && existing.length >= repeat.max) return notNow(texts.full)
  await addGrid(scope, (await payloadInstance()).db.drizzle, { diagnostic: opened.diagnostic.id, node: node.code, existing })
  drawAgain(place)
  return done(texts.added)
}

/** Takes away the last grid, while nothing is answered in it. */
export const removeGridAction = async (_previous: FormState, data: FormData): Promise<FormState> => {
  const form = readForm(removalSchema, data)
  if (!form.ok) return form.state
  const place = await repeatedBy(form.value)
  if (place instanceof DomainError) return refused(data, place)
  const { scope, opened, node, repeat } = place
  const { number } = form.value
  const existing = opened.evaluation.gridsOf(node.code)
  if (existing.length <= repeat.min || existing.at(-1) !== number) return notNow(texts.needed)
  const questions = questionsBelow(opened.evaluation.compiled, node).map(({ code }) => code)
  const isRemoved = await removeGrid(scope, (await payloadInstance()).db.drizzle, { diagnostic: opened.diagnostic.id, node: node.code, number, questions })
  if (!isRemoved) return notNow(texts.answered)
  drawAgain(place)
  return done(texts.removed)
}
