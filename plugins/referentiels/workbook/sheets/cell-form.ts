import { z } from 'zod'

import { day } from '../../engine/document/codes.ts'
import { text } from '../../engine/document/text.schema.ts'
import type { CellForm } from './sheet.ts'

const bare = (schema: z.core.$ZodType): z.core.$ZodType => (schema instanceof z.ZodOptional ? bare(schema.def.innerType) : schema)

const ofList = (item: z.core.$ZodType): CellForm => {
  if (item === text) return 'texts'
  return item instanceof z.ZodEnum ? 'words' : 'codes'
}

/** What a cell holds for a part of the format. */
export const cellFormOf = (whole: z.core.$ZodType): CellForm => {
  const schema = bare(whole)
  if (schema === text || (schema instanceof z.ZodUnion && schema.def.options.includes(text))) return 'text'
  if (schema === day) return 'day'
  if (schema instanceof z.ZodArray) return ofList(schema.def.element)
  if (schema instanceof z.ZodNullable) return 'score'
  if (schema instanceof z.ZodNumber) return 'number'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodEnum) return 'word'
  return schema instanceof z.ZodRecord ? 'values' : 'code'
}
