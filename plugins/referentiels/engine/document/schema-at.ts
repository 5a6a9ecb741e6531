import { z } from 'zod'

import type { DocumentPath } from '../findings/finding.ts'
import { referentielDocument } from './document.schema.ts'

/** What zod calls the parts of a schema, with the wrappers that say « may be absent » taken off. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.def.innerType) : schema

const child = (schema: z.core.$ZodType, key: string | number): z.core.$ZodType | undefined => {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
    return Object.hasOwn(shape, key) ? shape[key] : undefined
  }
  if (schema instanceof z.ZodArray) return schema.def.element
  if (schema instanceof z.ZodRecord) return schema.def.valueType
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(key)]
  if (schema instanceof z.ZodUnion) {
    return schema.def.options.map((option) => child(bare(option), key)).find((found) => found !== undefined)
  }
  return undefined
}

/** As `schemaAt`, with what says that it may be absent or null. */
export const fieldAt = (path: DocumentPath): z.core.$ZodType | undefined => {
  let schema: z.core.$ZodType | undefined = referentielDocument
  for (const key of path) {
    schema = child(bare(schema), key)
    if (!schema) return undefined
  }
  return schema
}

/** The part of the format that describes what stands at a path, or nothing for a path that the format does not know. */
export const schemaAt = (path: DocumentPath): z.core.$ZodType | undefined => {
  const field = fieldAt(path)
  return field && bare(field)
}

/** The keys that a block of the format may have. */
export const keysAt = (path: DocumentPath): readonly string[] => {
  const schema = schemaAt(path)
  return schema instanceof z.ZodObject ? Object.keys(schema.def.shape) : []
}
