import { languageOf, languagesOf } from '../../engine/document/defaults.ts'
import type { Draft } from '../model/draft.ts'
import { partOf } from '../model/draft.ts'
import { isBlock } from '../paths.ts'

/** What the fields of a draft choose from, read from whatever state its parts are in. */

export type Option = { readonly value: string; readonly label: string }

export type ProfileFact = Option & { readonly type: string; readonly options: readonly Option[] }
export type ScaleFact = Option & { readonly values: readonly (Option & { readonly description: string })[] }

export type Facts = {
  readonly kinds: readonly (Option & { readonly isAssessable: boolean })[]
  readonly scales: readonly ScaleFact[]
  readonly lists: readonly (Option & { readonly options: readonly Option[] })[]
  readonly rules: readonly Option[]
  readonly axes: readonly Option[]
  readonly subsets: readonly Option[]
  readonly profile: readonly ProfileFact[]
  readonly language: string
  readonly languages: readonly string[]
}

type Block = Readonly<Record<string, unknown>>

const blocks = (value: unknown): readonly Block[] => (Array.isArray(value) ? value.filter(isBlock) : [])
const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** A text as it reads in the document's language. */
export const readText = (value: unknown, language: string): string => {
  if (typeof value === 'string') return value
  if (!isBlock(value)) return ''
  return word(value[language] ?? Object.values(value)[0])
}

export const factsOf = (draft: Pick<Draft, 'parts'>): Facts => {
  const part = (name: string): unknown => partOf({ ...noDraft, parts: draft.parts }, name)
  const locales = part('locales')
  const told = {
    ...(Array.isArray(locales) && locales.length > 0 && { locales: locales.map(word) }),
    ...(typeof part('defaultLocale') === 'string' && { defaultLocale: word(part('defaultLocale')) }),
  }
  const language = languageOf(told)
  const option = (block: Block): Option => ({ value: word(block['code']), label: readText(block['label'], language) || word(block['code']) })
  const options = (value: unknown): readonly Option[] => blocks(value).map(option)
  const lists = blocks(part('lists')).map((list) => ({ ...option(list), options: options(list['options']) }))
  const scoring = part('scoring')
  const presentation = part('presentation')
  return {
    kinds: blocks(part('kinds')).map((kind) => ({ ...option(kind), isAssessable: kind['assessable'] === true })),
    scales: blocks(part('scales')).map((scale) => ({
      ...option(scale),
      values: blocks(scale['values']).map((value) => ({ ...option(value), description: readText(value['description'], language) })),
    })),
    lists,
    rules: blocks(isBlock(scoring) ? scoring['rules'] : null).map((rule) => ({ value: word(rule['rulesVersion']), label: word(rule['rulesVersion']) })),
    axes: options(isBlock(presentation) ? presentation['axes'] : null),
    subsets: options(part('subsets')),
    profile: blocks(part('profileFields')).map((field) => ({
      ...option(field),
      type: word(field['type']),
      options: lists.find(({ value }) => value === field['list'])?.options ?? [],
    })),
    language,
    languages: languagesOf(told),
  }
}

const noDraft = { version: '', sequence: 0, rows: new Map() }
