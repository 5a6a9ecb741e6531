import { z } from 'zod'

import { findingCodes } from '../../engine/findings/finding.ts'
import { change, news, part, row, rowId } from './changes.ts'
import { owner, person, place } from './people.ts'

export const finding = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.enum(findingCodes),
  place,
  /** JSON pointer into the document of that moment. */
  pointer: z.string(),
  message: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  expected: z.string().optional(),
  suggestion: z.string().optional(),
  /** Offset in an expression. */
  at: z.number().optional(),
})
export type StudioFinding = z.infer<typeof finding>

/** Findings of the state that `sequence` names. */
export const findingsResult = z.object({ sequence: z.number(), findings: z.array(finding) })
export type FindingsResult = z.infer<typeof findingsResult>

export const openDraft = z.object({
  id: z.string(),
  referentiel: z.string(),
  version: z.string(),
  title: z.string(),
  owner,
  sequence: z.number(),
  parts: z.record(z.string(), part),
  rows: z.array(row),
  findings: z.array(finding),
  /** Address of the preview, when the application has one. */
  preview: z.string().nullable(),
})
export type OpenDraft = z.infer<typeof openDraft>

export const followRequest = z.strictObject({
  since: z.number().int().min(0),
  /** One window of a person: somebody with two windows is there twice, and shown once. */
  window: z.uuid(),
  /** What has the focus there. */
  at: z.strictObject({ row: rowId.nullable(), part: z.string().max(40).nullable() }).optional(),
  /** True when the window closes. */
  leaving: z.boolean().optional(),
})
export type FollowRequest = z.infer<typeof followRequest>

export const followResult = news.extend({
  /** The others who have the draft open. */
  people: z.array(
    person.extend({ at: z.object({ row: z.string().nullable(), part: z.string().nullable() }).nullable(), seenAt: z.string() }),
  ),
})
export type FollowResult = z.infer<typeof followResult>

/** Ask again after this long: somebody unheard of for `presenceLasts` is gone. */
export const followEvery = 4_000
export const presenceLasts = 15_000

export const historyResult = z.object({
  batches: z.array(
    z.object({
      sequence: z.number(),
      at: z.string(),
      by: person.nullable(),
      /** In French, one line each. */
      lines: z.array(z.string()),
      /** Undoes the whole, newest first. Conflicts where somebody went on. */
      inverse: z.array(change),
    }),
  ),
})
export type HistoryResult = z.infer<typeof historyResult>
