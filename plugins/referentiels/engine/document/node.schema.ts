import { z } from 'zod'

import { href, identifier, nodeCode, valueCode } from './codes.ts'
import { question } from './question.schema.ts'
import { text } from './text.schema.ts'

export const resourceKinds = ['guide', 'law', 'tool', 'example', 'training', 'other'] as const
export const indicatorNatures = ['qualitative', 'quantitative'] as const
export const indicatorDirections = ['up', 'down'] as const

export const evidence = z.strictObject({
  label: text,
  required: z.boolean().optional(),
  /** Value of the scale from which it is expected. */
  fromLevel: valueCode.optional(),
})

export const resource = z.strictObject({
  label: text,
  href: href.optional(),
  kind: z.enum(resourceKinds).optional(),
})

export const indicator = z.strictObject({
  code: nodeCode.optional(),
  label: text,
  nature: z.enum(indicatorNatures),
  unit: z.string().min(1).max(40).optional(),
  direction: z.enum(indicatorDirections).optional(),
  formula: z.string().max(4_000).optional(),
})

/** Several grids below a node: one per person met, per site visited. */
export const repeat = z.strictObject({
  label: text,
  min: z.number().int().min(1).max(999).optional(),
  max: z.number().int().min(1).max(999).optional(),
})

/** What helps to answer and to improve: the shape of the Guide des bonnes pratiques (`domain.md` §2.1). */
const help = {
  inspiringQuestions: z.array(text).max(50).optional(),
  examples: z.array(text).max(50).optional(),
  evidence: z.array(evidence).max(50).optional(),
  resources: z.array(resource).max(50).optional(),
  indicators: z.array(indicator).max(50).optional(),
}

export const node = z.strictObject({
  code: nodeCode,
  parent: nodeCode.optional(),
  kind: identifier,
  /** As people say it (« 31. », « 3.6.2 »): neither the code nor the place. */
  number: z.string().min(1).max(20).optional(),
  /** Place among all nodes; default: the position in the file. */
  order: z.number().int().min(0).optional(),
  title: text,
  statement: text.optional(),
  about: text.optional(),
  stakes: text.optional(),
  /** Shorthand for one scale question with the node's own code. */
  rating: identifier.optional(),
  levelTexts: z.record(valueCode, text).optional(),
  appliesIf: z.string().max(4_000).optional(),
  /** Profile field → values: every field named must share one value with the profile. */
  applies: z.record(identifier, z.array(z.string().min(1).max(200)).min(1)).optional(),
  imperative: z.boolean().optional(),
  /** Default 1; 0 is shown and not counted. */
  weight: z.number().min(0).max(1_000_000).optional(),
  optional: z.boolean().optional(),
  repeat: repeat.optional(),
  methods: z.array(text).max(20).optional(),
  respondent: text.optional(),
  /** `key:value`, or one word. */
  tags: z.array(z.string().min(1).max(200)).max(100).optional(),
  externalCode: z.string().min(1).max(200).optional(),
  questions: z.array(question).max(1_000).optional(),
  ...help,
})

export type ReferentielNode = z.infer<typeof node>
export type Indicator = z.infer<typeof indicator>
export type Evidence = z.infer<typeof evidence>
