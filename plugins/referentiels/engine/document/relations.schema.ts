import { z } from 'zod'

import { identifier, nodeCode, valueCode } from './codes.ts'
import { text } from './text.schema.ts'

/** A named part of the référentiel; a node brings its descendants. */
export const subset = z.strictObject({
  code: identifier,
  label: text,
  include: z.array(nodeCode).min(1).max(10_000),
  default: z.boolean().optional(),
  /** Listed as a référentiel of its own. */
  offered: z.boolean().optional(),
})

export const dialogueQuestion = z.strictObject({
  code: nodeCode,
  node: nodeCode,
  prompt: text,
  /** Easy-to-read wording: one for everybody, or one by audience (audience → text). */
  plainPrompt: z.union([text, z.strictObject({ byAudience: z.record(identifier, text) })]).optional(),
  audiences: z.array(identifier).max(50).optional(),
  scale: identifier.optional(),
  comment: z.boolean().optional(),
  suggestion: z.boolean().optional(),
})

export const dialogue = z.strictObject({ questions: z.array(dialogueQuestion).max(500) })

export const axis = z.strictObject({
  code: identifier,
  label: text,
  by: z.enum(['kind', 'tag']),
  /** The kind's code, or the tag's key: `theme` gathers `theme:1`, `theme:2`. */
  value: z.string().min(1).max(100),
  /** For an axis by tag: the list whose options label the spokes. */
  list: identifier.optional(),
})

export const presentation = z.strictObject({
  pageKind: identifier.optional(),
  criterionKind: identifier.optional(),
  axes: z.array(axis).max(20).optional(),
  defaultAxis: identifier.optional(),
})

export const relationKinds = ['equal', 'subset', 'superset', 'intersects', 'related'] as const
export const relationStrengths = ['weak', 'medium', 'strong'] as const

export const mapping = z.strictObject({
  target: identifier,
  targetVersion: z.string().min(1).max(40).optional(),
  items: z
    .array(
      z.strictObject({
        from: nodeCode,
        to: nodeCode,
        relation: z.enum(relationKinds),
        strength: z.enum(relationStrengths).optional(),
        rationale: text.optional(),
        carryAnswers: z.boolean().optional(),
      }),
    )
    .max(20_000),
})

export const migrationKinds = [
  'same',
  'renamed',
  'reworded',
  'split',
  'merged',
  'removed',
  'rescaled',
  'retyped',
] as const

export const migration = z.strictObject({
  /** An exact version, or a range such as `>=1.0.0 <2.0.0` or `1.x`. */
  from: z.string().min(1).max(100),
  items: z
    .array(
      z.strictObject({
        from: nodeCode,
        to: z.array(nodeCode).max(500).optional(),
        kind: z.enum(migrationKinds),
        valueMap: z.record(valueCode, valueCode.nullable()).optional(),
        confirm: z.boolean().optional(),
        note: text.optional(),
      }),
    )
    .max(20_000),
})

export const binding = z.strictObject({
  visibility: z.enum(['public', 'network', 'organisation']).optional(),
  brands: z.array(identifier).max(100).optional(),
  banner: text.optional(),
  homeText: text.optional(),
})

/** What the author announces, so that a truncated source is seen. */
export const expectation = z.strictObject({
  kind: identifier,
  count: z.number().int().min(0),
  imperative: z.number().int().min(0).optional(),
  questions: z.number().int().min(0).optional(),
})

export type Subset = z.infer<typeof subset>
export type Axis = z.infer<typeof axis>
export type Presentation = z.infer<typeof presentation>
export type Migration = z.infer<typeof migration>
