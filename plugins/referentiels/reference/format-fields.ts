import { z } from 'zod'

import { referentielDocument } from '../engine/document/document.schema.ts'
import { text } from '../engine/document/text.schema.ts'

/** A field of the format: its place, with `*` for any position of a list, and what it holds. */
export type FormatField = {
  readonly path: string
  readonly schema: z.core.$ZodType
  readonly isRequired: boolean
}

/** The schema without the wrappers that say « may be absent ». */
export const bareSchema = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bareSchema(schema.def.innerType) : schema

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** Fields in the order of the schema, each before those inside it. */
const below = (schema: z.core.$ZodType, path: string): readonly FormatField[] => {
  const bare = bareSchema(schema)
  // One sentence or one by language: a leaf, whatever it is made of.
  if (bare === text) return []
  if (bare instanceof z.ZodArray) return below(bare.def.element, joined(path, '*'))
  if (bare instanceof z.ZodUnion) return bare.def.options.flatMap((option) => below(option, path))
  if (!(bare instanceof z.ZodObject)) return []
  const shape: Readonly<Record<string, z.core.$ZodType>> = bare.def.shape
  return Object.entries(shape).flatMap(([key, member]) => {
    const own = joined(path, key)
    const isOptional = member instanceof z.ZodOptional
    return [{ path: own, schema: isOptional ? member.def.innerType : member, isRequired: !isOptional }, ...below(member, own)]
  })
}

/** Every field of `referentiel/1`. */
export const formatFields: readonly FormatField[] = below(referentielDocument, '')
