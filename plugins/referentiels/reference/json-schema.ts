import { z } from 'zod'

import { referentielDocument } from '../engine/document/document.schema.ts'
import { text } from '../engine/document/text.schema.ts'
import { formatFieldText } from '../texts/format-field-texts.ts'
import { schemaTitle, textDescription } from '../texts/format-reference-texts.ts'
import { formatValueText } from '../texts/format-value-texts.ts'

type JsonSchema = { [key: string]: unknown }

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

const schemasIn = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : [])

/** The words of a field's values, in their order: editors show them beside each. */
const withValues = (schema: JsonSchema, path: string): JsonSchema => {
  const texts = formatValueText(path)
  const { items } = schema
  if (texts === undefined) return schema
  if (isSchema(items)) return { ...schema, items: withValues(items, path) }
  const values = schema['enum']
  return Array.isArray(values) ? { ...schema, enumDescriptions: values.map((value) => texts[String(value)] ?? '') } : schema
}

const described = (schema: JsonSchema, path: string): JsonSchema => {
  const { properties, items, anyOf } = schema
  return {
    ...schema,
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, member]) => {
          const own = path === '' ? key : `${path}.${key}`
          if (!isSchema(member)) return [key, member]
          return [key, { description: formatFieldText(own) ?? '', ...described(withValues(member, own), own) }]
        }),
      ),
    }),
    ...(isSchema(items) && { items: described(items, path === '' ? '*' : `${path}.*`) }),
    ...(Array.isArray(anyOf) && { anyOf: schemasIn(anyOf).map((option) => described(option, path)) }),
  }
}

/**
 * The format as JSON Schema, for the completion of editors. What it can't say (references, loops, totals) the
 * checks say.
 */
export const formatJsonSchema = (): JsonSchema => {
  // A text stands at some sixty places: one definition instead of sixty copies.
  const registry = z.registry<{ id: string }>()
  registry.add(text, { id: 'texte' })
  const written: JsonSchema = z.toJSONSchema(referentielDocument, { metadata: registry, io: 'input', target: 'draft-7' })
  const { $schema, definitions, ...schema } = written
  return {
    $schema,
    title: schemaTitle,
    ...described(schema, ''),
    definitions: Object.fromEntries(
      Object.entries(isSchema(definitions) ? definitions : {}).map(([name, definition]) => [name, { description: textDescription, ...(isSchema(definition) ? definition : {}) }]),
    ),
  }
}
