import { describe, expect, it } from 'vitest'

import { z } from 'zod'

import { referentielDocument } from '../../engine/document/document.schema.ts'
import { node } from '../../engine/document/node.schema.ts'
import { question } from '../../engine/document/question.schema.ts'
import type { FieldSpec } from './field-spec.ts'
import { nodeExtra, nodeHead, nodeHelp, nodeMain, nodeScope, questionFields } from './node-fields.ts'
import { sections } from './part-fields.ts'

const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.def.innerType) : schema

/** The fields of the format that no field of the studio edits, and those of the studio that the format lacks. */
const missing = (schema: z.core.$ZodType, fields: readonly FieldSpec[], path: string): readonly string[] => {
  const block = bare(schema)
  if (!(block instanceof z.ZodObject)) return [`${path} is no block`]
  const shape: Readonly<Record<string, z.core.$ZodType>> = block.def.shape
  const names = fields.map(({ name }) => name)
  return [
    ...Object.keys(shape).filter((key) => !names.includes(key)).map((key) => `${path}.${key}`),
    ...fields.flatMap((field) => {
      const own = shape[field.name]
      if (own === undefined) return [`${path}.${field.name} is not of the format`]
      return below(own, field, `${path}.${field.name}`)
    }),
  ]
}

const below = (schema: z.core.$ZodType, field: FieldSpec, path: string): readonly string[] => {
  if (field.input === 'block') return missing(schema, field.fields, path)
  const list = bare(schema)
  if (field.input === 'items') return list instanceof z.ZodArray ? missing(list.def.element, field.fields, path) : [`${path} is no list`]
  return []
}

describe('the studio', () => {
  it('edits every field of an element', () => {
    const fields = [...nodeHead, ...nodeMain, ...nodeScope, ...nodeHelp, ...nodeExtra]
    expect(missing(node, fields, 'node')).toEqual(['node.code', 'node.parent', 'node.kind', 'node.order', 'node.questions'])
  })

  it('edits every field of a question, and of a table’s column', () => {
    expect(missing(question, questionFields, 'question')).toEqual(['question.code'])
  })

  it('edits every other part of the document', () => {
    const fields = Object.values(sections).flat()
    const shape: Readonly<Record<string, z.core.$ZodType>> = referentielDocument.def.shape
    const parts = new Set(fields.map(({ part }) => part))
    const untouched = Object.keys(shape).filter((key) => !Array.from<string>(parts).includes(key))
    expect(untouched).toEqual(['format', 'id', 'version', 'status', 'derivedFrom', 'nodes'])
    const faults = fields.flatMap(({ part, spec }) => {
      const schema = shape[part]
      return schema === undefined ? [part] : below(schema, spec, part)
    })
    // An outcome is never official.
    expect(faults).toEqual(['scoring.rules.outcomes.official'])
  })
})
