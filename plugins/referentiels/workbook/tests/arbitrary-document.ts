import fc from 'fast-check'
import { z } from 'zod'

import { colour, day, href, identifier, nodeCode, semanticVersion, valueCode } from '../../engine/document/codes.ts'
import { referentielDocument } from '../../engine/document/document.schema.ts'
import type { ReferentielDocument } from '../../engine/document/document.schema.ts'
import { localeCode, text } from '../../engine/document/text.schema.ts'
import { tidyText } from '../../engine/document/tidy.ts'

/**
 * Documents of every shape that the format's schema allows, generated from that schema: a field added to the format is in
 * them at once. They need not make sense; what names a part is unique.
 */

/** Words that a spreadsheet, XML or our own writing could take for something else. */
const hostile = [
  ...['=1+1', '+33 6', '-5', '@somme', '=cmd|A1', "'quoted", '1.10', '007', '1e5', '0', 'TRUE', 'oui', 'hors calcul', 'aucun', '#REF!', '2026-11-25'],
  ...[' leading', '\ttab', '\u00a0blank', 'two\nlines', '\n\nlate', 'a;b', '; a', '"quoted"', 'a "b" ; c', '<a href="b">&amp;</a>', ']]>', '--'],
  ...['_x0041_', '_x005F_x0041_', '_x', 'bell\u0007', '\ud800', 'x\udfffy', '\ufffe', '🌱', 'é', 'œuvre', '«\u202fcité\u202f»', '__proto__', 'constructor'],
]

const words = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof({ weight: 3, arbitrary: fc.constantFrom(...hostile) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) })
    .map((word) => tidyText(word).slice(0, most))
    .filter((word) => tidyText(word) === word && word !== '')

const codes = ['1.10', '1.1', '007', '1e5', 'TRUE', 'c1', '3.6.2', 'a-b_c', '2.0', '0', 'oui', 'N', 'fr', 'Z9']
const identifiers = ['a', '1', '007', 'theme', 'b-2', 'type', 'constructor', '2026-11-25', '1-2', 'oui']
const locales = ['fr', 'en', 'pt-BR']

const localised = fc.oneof(words(200), fc.dictionary(fc.constantFrom(...locales), words(200), { minKeys: 1, noNullPrototype: true }))

/** Strings that have a form, by the part of the format that gives it. */
const formed = new Map<z.core.$ZodType, fc.Arbitrary<unknown>>([
  [text, localised],
  [identifier, fc.constantFrom(...identifiers)],
  [nodeCode, fc.constantFrom(...codes)],
  [valueCode, fc.constantFrom('*', ...codes)],
  [semanticVersion, fc.constantFrom('1.0.0', '0.1.10', '2025.7.30')],
  [day, fc.constantFrom('2026-11-25', '1999-01-01')],
  [href, fc.constantFrom('https://exemple.fr/a?b=c&d', 'mailto:a@exemple.fr')],
  [colour, fc.constantFrom('#0B6E4F', '#ffffff', '#000000')],
  [localeCode, fc.constantFrom(...locales)],
])

const numbers = (schema: z.ZodNumber): fc.Arbitrary<number> => {
  const [least, most] = [Math.max(schema.minValue ?? -1e6, -1e6), Math.min(schema.maxValue ?? 1e6, 1e6)]
  const whole = fc.integer({ min: Math.ceil(least), max: Math.floor(most) })
  return schema.isInt ? whole : fc.oneof(whole, fc.double({ min: least, max: most, noNaN: true }).map((number) => number || 0))
}

const longest = (schema: z.ZodString): number => Math.min(schema.maxLength ?? 200, 200)

const needsOne = (schema: z.ZodArray): boolean => (schema.def.checks ?? []).some(({ _zod }) => _zod.def.check === 'min_length')

/** Any value that a part of the format allows. */
const anyOf = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  const known = formed.get(schema)
  if (known) return known
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return anyOf(schema.def.innerType)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return numbers(schema)
  if (schema instanceof z.ZodString) return words(longest(schema))
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.def.element), { minLength: needsOne(schema) ? 1 : 0, maxLength: 3 })
  if (schema instanceof z.ZodTuple) return fc.tuple(...schema.def.items.map(anyOf))
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.def.options.map(anyOf))
  if (schema instanceof z.ZodRecord) {
    const { keyType, valueType } = schema.def
    const member = valueType instanceof z.ZodNullable ? fc.option(anyOf(valueType)) : anyOf(valueType)
    return fc.dictionary(anyOf(keyType).map(String), member, { maxKeys: 3, noNullPrototype: true })
  }
  if (schema instanceof z.ZodObject) return anyBlock(schema)
  throw new Error(`Nothing generates ${schema._zod.def.type}`)
}

const anyBlock = (schema: z.ZodObject): fc.Arbitrary<unknown> => {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
  const fields = Object.entries(shape).map(([key, field]): [string, fc.Arbitrary<unknown>] => {
    const isNullable = field instanceof z.ZodNullable || (field instanceof z.ZodOptional && field.def.innerType instanceof z.ZodNullable)
    const free = field instanceof z.ZodOptional && field.def.innerType instanceof z.ZodString && !formed.has(field.def.innerType) ? field.def.innerType : undefined
    const member = isNullable ? fc.option(anyOf(field)) : free?.minLength === null ? fc.oneof(anyOf(field), fc.constant('')) : anyOf(field)
    return [key, field instanceof z.ZodOptional ? fc.option(member, { nil: undefined }) : member]
  })
  return fc.record(Object.fromEntries(fields))
}

type Document = ReferentielDocument

/** Each part under a name of its own: the nth item of a list takes the nth of the names. */
const withNames = <T, Key extends keyof T>(items: readonly T[] | undefined, key: Key, name: (index: number) => T[Key]): T[] | undefined =>
  items?.map((item, index) => ({ ...item, [key]: name(index) }))

const named = (document: Document): Document => {
  let question = 0
  const nodes = document.nodes.map((node, index) => ({
    ...node,
    code: codes[index] ?? `n${index}`,
    // Where nothing is asked and there is no scale, one is proposed: that is tested apart.
    rating: node.rating ?? (document.scales === undefined && index === 0 ? 'note' : undefined),
    // A sheet tells questions by the element that asks and tables by their code.
    questions: node.questions?.map((each) => ({ ...each, code: `q.${(question += 1)}`, columns: each.type === 'table' ? each.columns : undefined })),
  }))
  const version = (index: number): string => `${index + 1}.0.10`
  return {
    ...document,
    locales: ['fr', 'en', 'pt-BR'],
    defaultLocale: 'fr',
    nodes,
    scales: withNames(document.scales, 'code', (index) => `s${index}`),
    lists: withNames(document.lists, 'code', (index) => `${index}`),
    subsets: withNames(document.subsets, 'code', (index) => `sub-${index}`),
    mappings: withNames(document.mappings, 'target', (index) => `t-${index}`),
    migrations: withNames(document.migrations, 'from', (index) => `${index}.x`),
    dialogue: document.dialogue && { questions: withNames(document.dialogue.questions, 'code', (index) => `d${index}`) ?? [] },
    scoring: document.scoring && { ...document.scoring, rules: withNames(document.scoring.rules, 'rulesVersion', version) ?? [] },
  }
}

/** Sound in its fields, whatever they mean together. */
export const anyDocument: fc.Arbitrary<Document> = anyBlock(referentielDocument)
  .map((value) => referentielDocument.safeParse(value).data)
  .filter((document) => document !== undefined)
  .map(named)
