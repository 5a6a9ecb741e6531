/**
 * What browser and server say to each other when a field of a diagnostic is saved (design.md §6).
 * The browser imports the types alone: zod stays on the server.
 */
import { z } from 'zod'

import { priorities } from './states.ts'

/** Names one save: sent twice (a lost reply, an impatient network), it is applied once. */
const operation = z.uuid()

/** The row's counter that the person saw; 0 when there was no row yet. */
const base = z.number().int().min(0).max(2_147_483_647)

const cell = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(200)).max(500), z.null()])

/** An answer as the question's type wants it; null clears it. A table is a list of rows, a number with a chosen unit a quantity. */
export const answerValue = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(5_000),
  z.array(z.record(z.string().max(200), cell)).max(10_000),
  z.strictObject({ amount: z.number(), unit: z.string().max(40) }),
  z.null(),
])

export type AnswerValue = z.infer<typeof answerValue>

export const saveAnswerRequest = z.strictObject({
  op: operation,
  base,
  /** Left as it stands when absent: the comment alone is written, or the answer is confirmed. */
  value: answerValue.optional(),
  comment: z.string().max(20_000).nullable().optional(),
  /** The grid (one per person met); 0 where nothing repeats. */
  grid: z.number().int().min(0).max(999).optional(),
  /** Confirms what was carried from an older version of the référentiel, as any other save of the row does. */
  toConfirm: z.null().optional(),
})

export type SaveAnswerRequest = z.infer<typeof saveAnswerRequest>

/** The fields of an assessment that people write; each is optional, null clears. */
export const assessmentFields = z.strictObject({
  notConcerned: z.boolean().optional(),
  reason: z.string().max(20_000).nullable().optional(),
  toReview: z.boolean().optional(),
  practices: z.string().max(100_000).nullable().optional(),
  priority: z.literal(priorities).nullable().optional(),
  target: z.string().max(200).nullable().optional(),
  target3: z.string().max(200).nullable().optional(),
})

export type AssessmentFields = z.infer<typeof assessmentFields>

export const saveAssessmentRequest = z.strictObject({
  op: operation,
  base,
  set: assessmentFields
    /** Confirms what was carried from an older version of the référentiel; so does writing what is to be confirmed. */
    .extend({ toConfirm: z.null().optional() })
    .refine((set) => Object.keys(set).length > 0),
})

export type SaveAssessmentRequest = z.infer<typeof saveAssessmentRequest>

/** What a save changed in the figures, so that the page moves without being loaded again. */
export type SavedScore = {
  /** 0 … 1, of the whole diagnostic. */
  readonly complete: number
  readonly answered: number
  readonly applicable: number
  /** Criteria of which it isn't known whether they apply. */
  readonly uncertain: number
  /** Criteria answered per page, in the order of the pages. */
  readonly pages: readonly { readonly code: string; readonly answered: number; readonly applicable: number; readonly uncertain: number }[]
  /** The criterion that was written to. */
  readonly criterion: { readonly code: string; readonly value: number | null; readonly met?: boolean }
  /** What applies, what is allowed or what is computed changed elsewhere: the page asks for itself again. */
  readonly refresh?: boolean
}

/** 200. `merged` is the text as stored, when two people's changes were joined. */
export type Saved = {
  readonly revision: number
  /** ISO instant. */
  readonly savedAt: string
  readonly score: SavedScore
  readonly merged?: string
  /** An assessment as it stands, when somebody else wrote to it meanwhile: the next save starts from there. */
  readonly current?: AssessmentFields
}

/** 409: somebody else wrote in between. Nothing was changed. */
export type SaveConflict = {
  readonly errors: readonly { readonly code: 'CHANGED_MEANWHILE'; readonly message: string }[]
  readonly revision: number
  /** What stands there now: `{ value, comment }` of an answer, the fields of an assessment. */
  readonly current: { readonly value: AnswerValue; readonly comment: string | null } | AssessmentFields
  readonly by: string | null
  /** The very person who asks wrote it, in another tab or on another device. */
  readonly isOwn: boolean
  readonly at: string
  /** For « Garder les deux »: both people's text in one, where both wrote a text. */
  readonly both?: string
}
