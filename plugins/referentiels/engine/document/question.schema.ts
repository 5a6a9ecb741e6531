import { z } from 'zod'

import { identifier, nodeCode } from './codes.ts'
import { text } from './text.schema.ts'

export const questionTypes = [
  'scale',
  'boolean',
  'single',
  'multi',
  'number',
  'percent',
  'text',
  'longText',
  'date',
  'year',
  'link',
  'file',
  'table',
  'computed',
] as const

/** A table's column may be of any type but a table. */
export const columnTypes = questionTypes.filter((type) => type !== 'table')

const asked = {
  code: nodeCode,
  prompt: text,
  help: text.optional(),
  required: z.boolean().optional(),
  scale: identifier.optional(),
  list: identifier.optional(),
  unit: z.string().min(1).max(40).optional(),
  unitChoices: z.array(z.string().min(1).max(40)).max(50).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.number().int().min(0).max(10).optional(),
  maxLength: z.number().int().min(1).max(100_000).optional(),
  formula: z.string().max(4_000).optional(),
  externalCode: z.string().min(1).max(200).optional(),
}

export const column = z.strictObject({ ...asked, type: z.enum(columnTypes) })

export const question = z.strictObject({
  ...asked,
  type: z.enum(questionTypes),
  appliesIf: z.string().max(4_000).optional(),
  /** Whether the answer counts in its node's score. Default: yes where a score can be had. */
  scored: z.boolean().optional(),
  weight: z.number().min(0).max(1_000_000).optional(),
  tags: z.array(z.string().min(1).max(200)).max(100).optional(),
  columns: z.array(column).max(100).optional(),
  rows: z
    .strictObject({
      min: z.number().int().min(0).max(10_000).optional(),
      max: z.number().int().min(1).max(10_000).optional(),
      /** Column whose value names the row, for other tables to take up. */
      key: nodeCode.optional(),
    })
    .optional(),
})

export type Question = z.infer<typeof question>
export type QuestionType = (typeof questionTypes)[number]
export type TableColumn = z.infer<typeof column>
