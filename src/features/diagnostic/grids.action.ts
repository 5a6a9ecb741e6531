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

/** What repeats by a form's node, where the person may write. */
type Repeated = {
  readonly scope: Scope
  readonly opened: OpenDiagnostic
  readonly node: CompiledNode
  readonly repeat: NonNullable<CompiledNode['repeat']>
  readonly existing: readonly number[]
}

const repeatedBy = async ({ space, diagnostic, node: code }: z.infer<typeof gridSchema>): Promise<Repeated> => {
  const scope = await enterSpace(space)
  const opened = await openDiagnostic(scope, diagnostic)
  if (opened.lock !== null) throw new DomainError(errorOfLock[opened.lock])
  const node = opened.evaluation.compiled.nodeByCode.get(code)
  if (node === undefined || node.repeat === null) throw new DomainError('NOT_FOUND')
  if (!opened.source.isWritable(node)) throw new DomainError('OUTSIDE_THEMES')
  return { scope, opened, node, repeat: node.repeat, existing: opened.evaluation.gridsOf(code) }
}

/** Reads the form, finds its place, acts there, and has the page drawn again. */
const actOn = async <Form extends z.infer<typeof gridSchema>>(
  schema: z.ZodType<Form>,
  data: FormData,
  act: (place: Repeated, form: Form) => Promise<FormState>,
): Promise<FormState> => {
  const form = readForm(schema, data)
  if (!form.ok) return form.state
  try {
    const place = await repeatedBy(form.value)
    const state = await act(place, form.value)
    if (state.status === 'done') revalidatePath(`/espace/${place.scope.organisation.number}/diagnostic/${place.opened.diagnostic.id}`)
    return state
  } catch (error) {
    return refused(data, error)
  }
}

/** One more grid below a node that repeats: one more person met. */
export const addGridAction = async (_previous: FormState, data: FormData): Promise<FormState> =>
  actOn(gridSchema, data, async ({ scope, opened, node, repeat, existing }) => {
    if (repeat.max !== null && existing.length >= repeat.max) return notNow(texts.full)
    await addGrid(scope, (await payloadInstance()).db.drizzle, { diagnostic: opened.diagnostic.id, node: node.code, existing })
    return done(texts.added)
  })

/** Takes away the last grid, while nothing is answered in it. */
export const removeGridAction = async (_previous: FormState, data: FormData): Promise<FormState> =>
  actOn(removalSchema, data, async ({ scope, opened, node, repeat, existing }, { number }) => {
    if (existing.length <= repeat.min || existing.at(-1) !== number) return notNow(texts.needed)
    const questions = questionsBelow(opened.evaluation.compiled, node).map(({ code }) => code)
    const isRemoved = await removeGrid(scope, (await payloadInstance()).db.drizzle, { diagnostic: opened.diagnostic.id, node: node.code, number, questions })
    return isRemoved ? done(texts.removed) : notNow(texts.answered)
  })
