import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { formatFields, formatJsonSchema, referencePage } from '#plugins/referentiels/exports/reference.ts'
import { questionTypes } from '#plugins/referentiels/engine/document/question.schema.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { describedPaths, formatFieldText } from '#plugins/referentiels/texts/format-field-texts.ts'
import { formatValueText } from '#plugins/referentiels/texts/format-value-texts.ts'
import { fr } from '#texts/typography.ts'

const tour = readFileSync('docs/visite.referentiel.yaml', 'utf8')

/** Whether something stands at a place, `*` being any position. */
const stands = (value: unknown, [key, ...rest]: readonly string[]): boolean => {
  if (key === undefined) return value !== undefined
  if (typeof value !== 'object' || value === null) return false
  if (key === '*') return Array.isArray(value) && value.some((item: unknown) => stands(item, rest))
  return Object.entries(value).some(([name, member]: [string, unknown]) => name === key && stands(member, rest))
}

const valuesOf = (schema: z.core.$ZodType): readonly string[] => {
  if (schema instanceof z.ZodArray) return valuesOf(schema.def.element)
  return schema instanceof z.ZodEnum ? schema.options.map(String) : []
}

describe('The format, told from its schema', () => {
  it('has French words for every field, and for none that is not there', () => {
    const paths = formatFields.map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(200)
    expect(paths.filter((path) => formatFieldText(path) === undefined)).toEqual([])
    expect(describedPaths.filter((path) => !paths.includes(path))).toEqual([])
    for (const path of paths) {
      const words = formatFieldText(path) ?? ''
      expect(words, path).toMatch(/^[A-ZÀ-Ü0-9].*[.?…]$/u)
      expect(fr(words), path).toBe(words)
    }
  })

  it('says what each of the values means that a field may take', () => {
    for (const { path, schema } of formatFields) {
      const values = valuesOf(schema)
      if (values.length > 0) expect(Object.keys(formatValueText(path) ?? {}), path).toEqual(expect.arrayContaining([...values]))
    }
  })

  it.each([
    ['docs/referentiel.schema.json', () => `${JSON.stringify(formatJsonSchema(), null, 1)}\n`],
    ['docs/reference-referentiel.md', referencePage],
  ])('is up to date in %s: `npm run reference` writes it', (file, write) => {
    expect(readFileSync(file, 'utf8') === write()).toBe(true)
  })
})

describe('The schema that editors complete from', () => {
  const schema = z.fromJSONSchema(formatJsonSchema())

  it.each(['docs/visite.referentiel.yaml', 'referentiels/ess-complet/referentiel.yaml', 'referentiels/rsei/referentiel.yaml'])('accepts %s', (file) => {
    expect(schema.safeParse(parse(readFileSync(file, 'utf8'))).error?.issues).toBeUndefined()
  })

  it.each([
    ['a key that the format does not have', { titel: 'A' }],
    ['a code with a space', { id: 'a b' }],
    ['a question of no known type', { nodes: [{ code: 'a', kind: 'k', title: 'A', questions: [{ code: 'q', type: 'grille', prompt: 'Q' }] }] }],
  ])('refuses %s', (_, wrong) => {
    expect(schema.safeParse({ ...z.record(z.string(), z.unknown()).parse(parse(tour)), ...wrong }).success).toBe(false)
  })
})

describe('The tour of the format', () => {
  it('is sound, without a single finding', () => {
    expect(checkSource({ file: 'docs/visite.referentiel.yaml', text: tour }).findings).toEqual([])
  })

  it.each(formatFields.map(({ path }) => path))('uses %s', (path) => {
    expect(stands(parse(tour), path.split('.'))).toBe(true)
  })

  it('asks a question of every type', () => {
    const asked = z
      .object({ nodes: z.array(z.object({ rating: z.string().optional(), questions: z.array(z.object({ type: z.string() })).default([]) })) })
      .parse(parse(tour))
    const types = new Set(asked.nodes.flatMap(({ questions }) => questions.map(({ type }) => type)))
    expect(questionTypes.filter((type) => !types.has(type))).toEqual([])
    expect(asked.nodes.some(({ rating }) => rating !== undefined)).toBe(true)
  })
})
