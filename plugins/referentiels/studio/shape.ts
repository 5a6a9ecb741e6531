import { z } from 'zod'

import { fieldAt } from '../engine/document/schema-at.ts'

/**
 * Whether a value could stand at a place of the document: a text where texts stand, known keys, lists where lists stand.
 * What it means (a code that exists, a number within bounds, a sentence that is not empty) is left to the findings, so
 * that what somebody is still writing can be kept.
 */
export const fits = (place: readonly string[], value: unknown): boolean => {
  // Any key stands for `*`: the format's lists are asked by position.
  const schema = fieldAt(place.map((key) => (key === '*' ? 0 : key)))
  return schema !== undefined && hasShape(schema, value)
}

const hasShape = (schema: z.core.$ZodType, value: unknown): boolean => {
  if (schema instanceof z.ZodOptional) return hasShape(schema.def.innerType, value)
  if (schema instanceof z.ZodNullable) return value === null || hasShape(schema.def.innerType, value)
  if (schema instanceof z.ZodUnion) return schema.def.options.some((option) => hasShape(option, value))
  if (schema instanceof z.ZodArray || schema instanceof z.ZodTuple) return Array.isArray(value) && items(schema, value)
  if (schema instanceof z.ZodObject) return isBlock(value) && members(schema, value)
  if (schema instanceof z.ZodRecord) return isBlock(value) && Object.values(value).every((member) => hasShape(schema.def.valueType, member))
  if (schema instanceof z.ZodLiteral) return schema.def.values.some((known) => typeof known === typeof value)
  if (schema instanceof z.ZodNumber) return typeof value === 'number' && Number.isFinite(value)
  if (schema instanceof z.ZodBoolean) return typeof value === 'boolean'
  return typeof value === 'string'
}

type Block = Readonly<Record<string, unknown>>
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

const items = (schema: z.ZodArray | z.ZodTuple, value: readonly unknown[]): boolean =>
  schema instanceof z.ZodArray
    ? value.every((item) => hasShape(schema.def.element, item))
    : value.every((item, index) => schema.def.items[index] !== undefined && hasShape(schema.def.items[index], item))

const members = (schema: z.ZodObject, value: Block): boolean => {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
  return Object.entries(value).every(([key, member]) => Object.hasOwn(shape, key) && shape[key] !== undefined && hasShape(shape[key], member))
}
