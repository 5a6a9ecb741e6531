import { z } from 'zod'

import { colour, identifier, nodeCode, valueCode } from './codes.ts'
import { text } from './text.schema.ts'

/** What a value may ask for beside itself (`domain.md` R5). A missing comment refuses the answer; the rest warns. */
export const requirements = ['comment', 'description', 'evidence', 'indicator'] as const

export const scaleValue = z.strictObject({
  code: valueCode,
  label: text,
  short: text.optional(),
  description: text.optional(),
  /** What the value counts for; null: it leaves numerator and denominator. */
  score: z.number().nullable(),
  color: colour.optional(),
  symbol: z.string().min(1).max(8).optional(),
  requires: z.array(z.enum(requirements)).optional(),
  /** Condition under which the value may be chosen. */
  allowedIf: z.string().max(4_000).optional(),
})

export const scale = z.strictObject({
  code: identifier,
  label: text,
  /** False when the values have no order. Default: they have one. */
  ordered: z.boolean().optional(),
  values: z.array(scaleValue).min(1).max(50),
})

export const listOption = z.strictObject({
  code: nodeCode,
  label: text,
  score: z.number().nullable().optional(),
  parent: nodeCode.optional(),
  /** Choosing it unchooses the others: « aucun de ceux-ci ». */
  exclusive: z.boolean().optional(),
})

/** Options of choices, or the name of an outside source that gives them. */
export const list = z.strictObject({
  code: identifier,
  label: text.optional(),
  options: z.array(listOption).max(5_000).optional(),
  external: z.string().min(1).max(200).optional(),
})

export const profileFieldTypes = ['single', 'multi', 'number', 'boolean'] as const

/** A fact about the organisation that decides what applies: sector, publics, staff. */
export const profileField = z.strictObject({
  code: identifier,
  label: text,
  type: z.enum(profileFieldTypes),
  list: identifier.optional(),
  /** Field of the organisation that prefills it. */
  source: z.string().min(1).max(100).optional(),
  help: text.optional(),
})

export type Scale = z.infer<typeof scale>
export type List = z.infer<typeof list>
export type ListOption = z.infer<typeof listOption>
export type Requirement = (typeof requirements)[number]
