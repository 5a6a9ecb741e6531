import { z } from 'zod'

import { colour, day, identifier, semanticVersion } from './codes.ts'
import { text } from './text.schema.ts'

export const aggregationMethods = ['weightedMean', 'median', 'min', 'max', 'sum', 'none'] as const
/** Rounding of a mean before it feeds the level above; display rounds apart (`referentiel-format.md` §3.4). */
export const roundingModes = ['half-up', 'up', 'down'] as const

export const aggregate = z.strictObject({
  kind: identifier,
  from: z.enum(['questions', 'children']),
  method: z.enum(aggregationMethods),
  round: z
    .strictObject({ decimals: z.number().int().min(0).max(10), mode: z.enum(roundingModes).optional() })
    .optional(),
})

export const imperativeRule = z.strictObject({
  /** `all-max`: every scored question has the scale's highest score; `score-at-least`: the node's score reaches `threshold`. */
  metWhen: z.enum(['all-max', 'score-at-least']),
  threshold: z.number().optional(),
  onFail: z.enum(['action-required', 'warn']),
})

export const outcome = z.strictObject({
  code: identifier,
  label: text,
  color: colour.optional(),
  when: z.string().max(4_000),
  /** Never an official grade: the platform awards none. */
  official: z.literal(false).optional(),
})

export const ruleSet = z.strictObject({
  rulesVersion: semanticVersion,
  validFrom: day.optional(),
  validUntil: day.optional(),
  /** One line per kind; an empty list means no score at all, an absent one the defaults. */
  aggregate: z.array(aggregate).max(100).optional(),
  normalise: z.strictObject({ from: z.tuple([z.number(), z.number()]), to: z.tuple([z.number(), z.number()]) }).optional(),
  imperative: imperativeRule.optional(),
  outcomes: z.array(outcome).max(50).optional(),
  /** Whether one mark for the whole is shown. Default: no. */
  showOverall: z.boolean().optional(),
})

export const scoring = z.strictObject({
  current: semanticVersion,
  rules: z.array(ruleSet).min(1).max(50),
})

export type RuleSet = z.infer<typeof ruleSet>
export type Aggregate = z.infer<typeof aggregate>
