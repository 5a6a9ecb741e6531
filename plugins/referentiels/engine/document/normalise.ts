import { z } from 'zod'

import { defaultLevelKinds } from './level-kinds.ts'
import { confirmedByDefault, defaults, destinationsByDefault, languageOf } from './defaults.ts'
import { referentielDocument } from './document.schema.ts'
import type { ReferentielDocument } from './document.schema.ts'
import type { ReferentielNode } from './node.schema.ts'
import type { Migration, Presentation } from './relations.schema.ts'
import { scoredByDefault } from './scorable.ts'
import { text } from './text.schema.ts'
import { tidy } from './tidy.ts'

/**
 * The one form of a checked document (`referentiel-format.md` §3.7): texts tidy, `order` written, what equals its
 * default and what is empty left out, nodes sorted by code, `status` forgotten. Two documents with the same content
 * have the same normal form, whatever the file, the order of its keys and the defaults that its author wrote out.
 * Idempotent. Throws for a document that the format refuses.
 */
export const normalise = (document: ReferentielDocument): ReferentielDocument => {
  const written = referentielDocument.parse(tidy(document))
  const settled = withoutImplied(written)
  return referentielDocument.parse(compact(referentielDocument, settled, { at: [], language: languageOf(written) }))
}

/** Leaves out what the rest of the document says already. */
const withoutImplied = (document: ReferentielDocument): ReferentielDocument => ({
  ...document,
  status: undefined,
  ...languages(document),
  nodes: document.nodes
    .map((node, position) => ({ ...node, order: node.order ?? position, questions: questionsOf(node, document) }))
    .sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)),
  dialogue: document.dialogue?.questions.length === 0 ? undefined : document.dialogue && { questions: document.dialogue.questions.map(plainPromptOf) },
  presentation: document.presentation && presentationOf(document.presentation, document),
  migrations: document.migrations?.map((migration) => ({ ...migration, items: migration.items.map(itemOf) })),
})

type DialogueQuestion = NonNullable<ReferentielDocument['dialogue']>['questions'][number]

/** Easy-to-read wordings of no audience are no wording. */
const plainPromptOf = (question: DialogueQuestion): DialogueQuestion => {
  const byAudience = isBlock(question.plainPrompt) ? question.plainPrompt['byAudience'] : undefined
  return isBlock(byAudience) && Object.keys(byAudience).length === 0 ? { ...question, plainPrompt: undefined } : question
}

const languages = (document: ReferentielDocument): Pick<ReferentielDocument, 'locales' | 'defaultLocale'> => {
  const language = languageOf(document)
  const locales = document.locales?.length === 1 && document.locales[0] === language ? undefined : document.locales
  return { locales, defaultLocale: language === (locales?.[0] ?? 'fr') ? undefined : language }
}

const questionsOf = (node: ReferentielNode, { scales = [], lists = [] }: ReferentielDocument): ReferentielNode['questions'] =>
  node.questions?.map((question) => ({
    ...question,
    scored: question.scored === scoredByDefault(question, { scales, lists }) ? undefined : question.scored,
  }))

const presentationOf = (presentation: Presentation, document: ReferentielDocument): Presentation => {
  const implied = defaultLevelKinds(document, presentation.criterionKind)
  const keep = (kind: string | undefined, byDefault: string | undefined) => (kind === byDefault ? undefined : kind)
  return {
    ...presentation,
    criterionKind: keep(presentation.criterionKind, implied.criterionKind),
    pageKind: keep(presentation.pageKind, implied.pageKind),
  }
}

const itemOf = (item: Migration['items'][number]): Migration['items'][number] => {
  const destinations = destinationsByDefault(item)
  return {
    ...item,
    to: item.to?.length === destinations.length && item.to.every((code, index) => code === destinations[index]) ? undefined : item.to,
    confirm: item.confirm === confirmedByDefault(item.kind) ? undefined : item.confirm,
  }
}

type Place = { readonly at: readonly string[]; readonly language: string }

/** An empty list of aggregation lines says « no score », an absent one « the default scores ». */
const meaningfulWhenEmpty = 'scoring.rules.*.aggregate'

/** Leaves out, below one part of the format, empty parts and default values of fields that may be absent. */
const compact = (schema: z.core.$ZodType, value: unknown, place: Place): unknown => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return compact(schema.def.innerType, value, place)
  if (schema === text) return plainText(value, place.language)
  if (schema instanceof z.ZodUnion) return compactChoice(schema, value, place)
  if (Array.isArray(value)) {
    const item = schema instanceof z.ZodArray ? schema.def.element : undefined
    return item ? value.map((each: unknown) => compact(item, each, below(place, '*'))) : value
  }
  if (!isBlock(value)) return value
  if (schema instanceof z.ZodRecord) {
    return mapMembers(value, (member) => compact(schema.def.valueType, member, below(place, '*')))
  }
  return schema instanceof z.ZodObject ? compactBlock(schema, value, place) : value
}

const compactBlock = (schema: z.ZodObject, value: Block, place: Place): unknown => {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, field]) => {
      const inside = below(place, key)
      const member = value[key] === undefined ? undefined : compact(field, value[key], inside)
      return field instanceof z.ZodOptional && isSilent(member, inside.at.join('.')) ? [] : [[key, member]]
    }),
  )
}

const isSilent = (value: unknown, at: string): boolean => {
  if (value === undefined || value === '') return true
  if (defaults.has(at)) return defaults.get(at) === value
  return isBlock(value) && Object.keys(value).length === 0 && at !== meaningfulWhenEmpty
}

/** A sentence in the default language alone is that sentence. */
const plainText = (value: unknown, language: string): unknown => {
  if (!isBlock(value)) return value
  const [only, ...others] = Object.keys(value)
  return only === language && others.length === 0 ? value[only] : value
}

/** Of a text or one by audience, the form that the author chose. */
const compactChoice = (schema: z.ZodUnion, value: unknown, place: Place): unknown => {
  const block = schema.def.options.find((option) => option instanceof z.ZodObject)
  const isThatBlock = block instanceof z.ZodObject && isBlock(value) && Object.keys(value).every((key) => Object.hasOwn(block.shape, key))
  if (isThatBlock) return compactBlock(block, value, place)
  return schema.def.options.includes(text) ? plainText(value, place.language) : value
}

type Block = Readonly<Record<string, unknown>>

/** Lists count as blocks here: both may be empty. */
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null

const mapMembers = (block: Block, change: (member: unknown) => unknown): Block =>
  Object.fromEntries(Object.entries(block).map(([key, member]) => [key, change(member)]))

const below = (place: Place, key: string): Place => ({ ...place, at: [...place.at, key] })
