import { z } from 'zod'

import { referentielDocument } from '../document/document.schema.ts'
import { languageOf, languagesOf } from '../document/defaults.ts'
import { localeCode, text } from '../document/text.schema.ts'
import type { DocumentPath, Finding } from '../findings/finding.ts'
import type { Facts } from './facts.ts'
import { isBlock } from './value-at.ts'

/** Every text against the declared languages: LANGUE, LANGUE_INCONNUE, TRADUCTION_MANQUANTE. */
export const languages = ({ outline }: Facts, root: unknown): readonly Finding[] => {
  const locales = outline.locales?.filter((locale) => locale !== undefined && localeCode.safeParse(locale).success)
  const named = { defaultLocale: outline.defaultLocale, locales: locales?.length ? [...new Set(locales.flatMap((locale) => locale ?? []))] : undefined }
  const declared = languagesOf(named)
  const wanted = languageOf(named)
  const isForeign = !declared.includes(wanted)
  const own = isForeign ? (declared[0] ?? wanted) : wanted
  return [
    ...(isForeign
      ? [{ severity: 'error' as const, code: 'LANGUE' as const, path: ['defaultLocale'], value: wanted, expected: declared, parameters: { reason: 'default' } }]
      : []),
    ...textsOf(referentielDocument, root, []).flatMap((found) => ofText(found, own, declared)),
  ]
}

type FoundText = { readonly value: unknown; readonly path: DocumentPath }

/** Every place of a value where the format has a text, and something that could be one. */
const textsOf = (schema: z.core.$ZodType, value: unknown, path: DocumentPath): readonly FoundText[] => {
  if (value === undefined || value === null) return []
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return textsOf(schema.def.innerType, value, path)
  if (schema === text) return [{ value, path }]
  if (schema instanceof z.ZodArray) {
    const { element } = schema.def
    return Array.isArray(value) ? value.flatMap((item: unknown, index) => textsOf(element, item, [...path, index])) : []
  }
  if (!isBlock(value) && !(schema instanceof z.ZodUnion)) return []
  if (schema instanceof z.ZodRecord) {
    const { valueType } = schema.def
    return Object.entries(value).flatMap(([key, member]: [string, unknown]) => textsOf(valueType, member, [...path, key]))
  }
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
    return Object.entries(shape).flatMap(([key, field]) =>
      isBlock(value) && Object.hasOwn(value, key) ? textsOf(field, value[key], [...path, key]) : [],
    )
  }
  return schema instanceof z.ZodUnion ? textsOfChoice(schema, value, path) : []
}

const textsOfChoice = (choice: z.ZodUnion, value: unknown, path: DocumentPath): readonly FoundText[] => {
  const chosen = choice.def.options.find(
    (option) => option instanceof z.ZodObject && isBlock(value) && Object.keys(value).some((key) => Object.hasOwn(option.shape, key)),
  )
  if (chosen) return textsOf(chosen, value, path)
  return choice.def.options.includes(text) ? [{ value, path }] : []
}

const ofText = ({ value, path }: FoundText, own: string, declared: readonly string[]): readonly Finding[] => {
  if (typeof value !== 'string' && !isBlock(value)) return []
  const present = typeof value === 'string' ? [own] : Object.keys(value)
  const absent = declared.filter((locale) => !present.includes(locale))
  const foreign = present.filter((locale) => !declared.includes(locale) && localeCode.safeParse(locale).success)
  return [
    ...(typeof value === 'string' ? [] : foreign).map((locale): Finding => ({
      severity: 'error',
      code: 'LANGUE_INCONNUE',
      path: [...path, locale],
      value: locale,
      expected: declared,
      parameters: { key: 1 },
    })),
    ...(absent.length > 0
      ? [
          {
            // Without its default language a text has nothing to show.
            severity: absent.includes(own) ? ('error' as const) : ('warning' as const),
            code: 'TRADUCTION_MANQUANTE' as const,
            path,
            parameters: { locales: absent.join(', ') },
          },
        ]
      : []),
  ]
}
