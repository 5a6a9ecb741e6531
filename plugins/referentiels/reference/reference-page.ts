import { z } from 'zod'

import { booleanWords, functionWords, junctionWords, namespaceWords, operatorWords } from '../engine/conditions/vocabulary.ts'
import { colour, day, href, identifier, nodeCode, semanticVersion, valueCode } from '../engine/document/codes.ts'
import { defaults } from '../engine/document/defaults.ts'
import { localeCode, text } from '../engine/document/text.schema.ts'
import { formatFieldText } from '../texts/format-field-texts.ts'
import { referenceTexts } from '../texts/format-reference-texts.ts'
import { formatValueText } from '../texts/format-value-texts.ts'
import { bareSchema, formatFields } from './format-fields.ts'
import type { FormatField } from './format-fields.ts'

const { kinds } = referenceTexts

const named: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [text, kinds.text],
  [identifier, kinds.identifier],
  [nodeCode, kinds.nodeCode],
  [valueCode, kinds.valueCode],
  [semanticVersion, kinds.semanticVersion],
  [day, kinds.day],
  [href, kinds.href],
  [colour, kinds.colour],
  [localeCode, kinds.localeCode],
])

const conditions: ReadonlySet<string> = new Set(['appliesIf', 'allowedIf', 'when'])

/** Bounds that zod sets of itself on an integer are no bounds of ours. */
const bound = (value: number | null): number | undefined =>
  value === null || !Number.isFinite(value) || Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value

const rangeOf = (low: number | undefined, high: number | undefined): string => {
  if (low !== undefined && high !== undefined) return kinds.between(low, high)
  if (low !== undefined) return kinds.from(low)
  return high === undefined ? '' : kinds.to(high)
}

/** What a field holds, in words. */
const contentOf = (schema: z.core.$ZodType): string => {
  const name = named.get(schema)
  if (name !== undefined) return name
  if (schema instanceof z.ZodNullable) return `${contentOf(schema.def.innerType)}${kinds.or}${kinds.nothing}`
  const bare = bareSchema(schema)
  if (bare !== schema) return contentOf(bare)
  if (bare instanceof z.ZodArray) return kinds.listOf(contentOf(bare.def.element))
  if (bare instanceof z.ZodRecord) return kinds.byKey(contentOf(bare.def.keyType), contentOf(bare.def.valueType))
  if (bare instanceof z.ZodUnion) return bare.def.options.map(contentOf).join(kinds.or)
  if (bare instanceof z.ZodTuple) return kinds.pair
  if (bare instanceof z.ZodEnum) return bare.options.map((value) => `\`${String(value)}\``).join(', ')
  if (bare instanceof z.ZodLiteral) return `\`${[...bare.values].map(String).join(', ')}\``
  if (bare instanceof z.ZodBoolean) return kinds.boolean
  if (bare instanceof z.ZodNumber) {
    const range = rangeOf(bound(bare.minValue), bound(bare.maxValue))
    return bare.isInt ? kinds.integer(range) : kinds.number(range)
  }
  return bare instanceof z.ZodString ? kinds.string(bound(bare.maxLength)) : kinds.block
}

const lastOf = (path: string): string => path.split('.').at(-1) ?? path
const blockOf = (path: string): string => path.split('.').slice(0, -1).join('.')

const shownContent = ({ path, schema }: FormatField): string => {
  const name = lastOf(path)
  if (name === 'formula') return kinds.formula
  return conditions.has(name) ? kinds.condition : contentOf(schema)
}

const shownDefault = ({ path, isRequired }: FormatField): string => {
  if (isRequired) return `**${referenceTexts.required}**`
  const value = defaults.get(path)
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``
}

const cell = (words: string): string => words.replaceAll('|', '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map(row),
  '',
]

const valuesOf = ({ path }: FormatField): readonly string[] => {
  const texts = formatValueText(path)
  if (texts === undefined) return []
  return [referenceTexts.values(`\`${lastOf(path)}\``), '', ...Object.entries(texts).map(([value, meaning]) => `- \`${value}\`\u00a0: ${meaning}`), '']
}

/** `nodes.*.questions.*` is shown as `nodes[].questions[]`. */
const titleOf = (block: string): string =>
  block === '' ? referenceTexts.document : referenceTexts.block(block.replaceAll('.*', '[]'))

const sections = (): readonly string[] =>
  [...Map.groupBy(formatFields, ({ path }) => blockOf(path))].flatMap(([block, fields]) => [
    `## ${titleOf(block)}`,
    '',
    ...(block === '' ? [] : [formatFieldText(block.replace(/\.\*$/, '')) ?? '', '']),
    ...table(
      referenceTexts.columns,
      fields.map((field) => [`\`${lastOf(field.path)}\``, shownContent(field), shownDefault(field), formatFieldText(field.path) ?? '']),
    ),
    // A column's types are those of a question, shown there.
    ...(block.endsWith('.columns.*') ? [] : fields.flatMap(valuesOf)),
  ])

const expressions = (): readonly string[] => {
  const { title, paragraphs, columns, meanings } = referenceTexts.expressions
  const words = { ...junctionWords, ...operatorWords, ...booleanWords, ...namespaceWords, ...functionWords }
  const rows = Object.entries(words).map(([word, { fr, en }]) => [`\`${fr}\``, `\`${en}\``, meanings.get(word) ?? ''])
  return [`## ${title}`, '', ...paragraphs.flatMap((paragraph) => [paragraph, '']), ...table(columns, rows)]
}

/** Every field of the format on one page of Markdown, from the schema itself. */
export const referencePage = (): string => {
  const { title, generated, lead, codes } = referenceTexts
  return [
    `# ${title}`,
    '',
    generated,
    '',
    ...lead.flatMap((paragraph) => [paragraph, '']),
    ...sections(),
    `## ${codes.title}`,
    '',
    ...table(codes.columns, codes.rows),
    ...expressions(),
  ]
    .join('\n')
    .replace(/\n+$/, '\n')
}
