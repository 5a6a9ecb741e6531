import { z } from 'zod'

/**
 * What can be read of a document however damaged: each part is kept where it is what it should be, and is missing
 * otherwise, so that one wrong field does not hide what is wrong elsewhere. Positions in lists are kept. Only the
 * fields that are checked together stand here; what each field may hold is said by `document/`.
 */

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const listOf = <T extends z.ZodType>(schema: T) => maybe(z.array(maybe(schema)))

const anything = z.unknown().optional()
const word = maybe(z.string())
const figure = maybe(z.number())
const flag = maybe(z.boolean())
/** A code that YAML took for a number is reported, and still names its part for those that refer to it. */
const code = maybe(z.union([z.string(), z.number().transform(String)]))
const score = maybe(z.number().nullable())

const column = z.object({ code, type: word, scale: code, list: code, formula: word, min: figure, max: figure })

const question = z.object({
  ...column.shape,
  appliesIf: word,
  scored: flag,
  columns: listOf(column),
  rows: maybe(z.object({ min: figure, max: figure, key: code })),
})

const node = z.object({
  code,
  parent: code,
  kind: code,
  order: figure,
  rating: code,
  levelTexts: maybe(z.record(z.string(), z.unknown())),
  appliesIf: word,
  applies: maybe(z.record(z.string(), listOf(z.string()))),
  imperative: flag,
  repeat: maybe(z.object({ min: figure, max: figure })),
  tags: listOf(z.string()),
  questions: listOf(question),
  evidence: listOf(z.object({ fromLevel: code })),
  indicators: listOf(z.object({ code })),
})

const scaleValue = z.object({ code, score, color: word, allowedIf: word })
const option = z.object({ code, score, parent: code })

const ruleSet = z.object({
  rulesVersion: word,
  validFrom: word,
  validUntil: word,
  aggregate: listOf(z.object({ kind: code })),
  normalise: maybe(z.object({ from: listOf(z.number()) })),
  imperative: maybe(z.object({ metWhen: word, threshold: figure })),
  outcomes: listOf(z.object({ code, color: word, when: word })),
})

const migrationItem = z.object({
  from: code,
  to: listOf(z.string()),
  kind: word,
  valueMap: maybe(z.record(z.string(), z.string().nullable())),
})

const outline = z.object({
  id: word,
  version: word,
  locales: listOf(z.string()),
  defaultLocale: word,
  rights: maybe(z.object({ textOrigin: word, attribution: anything, licence: anything, notice: anything })),
  validFrom: word,
  validUntil: word,
  kinds: listOf(z.object({ code, assessable: flag })),
  profileFields: listOf(z.object({ code, type: word, list: code })),
  lists: listOf(z.object({ code, options: listOf(option), external: word })),
  scales: listOf(z.object({ code, values: listOf(scaleValue) })),
  nodes: listOf(node),
  scoring: maybe(z.object({ current: word, rules: listOf(ruleSet) })),
  subsets: listOf(z.object({ code, include: listOf(z.string()) })),
  dialogue: maybe(z.object({ questions: listOf(z.object({ code, node: code, scale: code })) })),
  presentation: maybe(
    z.object({
      pageKind: code,
      criterionKind: code,
      axes: listOf(z.object({ code, by: word, value: word, list: code })),
      defaultAxis: code,
    }),
  ),
  mappings: listOf(z.object({ target: word, targetVersion: word, items: listOf(z.object({ from: code, to: code })) })),
  migrations: listOf(z.object({ from: word, items: listOf(migrationItem) })),
  expect: listOf(z.object({ kind: code, count: figure, imperative: figure, questions: figure })),
})

export type Outline = z.infer<typeof outline>
export type OutlinedNode = z.infer<typeof node>
export type OutlinedQuestion = z.infer<typeof question>
export type OutlinedColumn = z.infer<typeof column>

/** The outline of any value; of what is no block, an empty one. */
export const outlineOf = (value: unknown): Outline => outline.catch({}).parse(value)
