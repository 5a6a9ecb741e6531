import { z } from 'zod'

import { day, href, identifier, semanticVersion } from './codes.ts'
import { node } from './node.schema.ts'
import {
  binding,
  dialogue,
  expectation,
  mapping,
  migration,
  presentation,
  subset,
} from './relations.schema.ts'
import { list, profileField, scale } from './scale.schema.ts'
import { scoring } from './scoring.schema.ts'
import { localeCode, text } from './text.schema.ts'

/** The format that this engine reads. */
export const documentFormat = 'referentiel/1'

export const textOrigins = ['own', 'licensed', 'public-domain', 'customer-supplied'] as const
export const documentStatuses = ['draft', 'published', 'retired'] as const

export const kind = z.strictObject({ code: identifier, label: text, assessable: z.boolean().optional() })

/**
 * A référentiel, whole: the only definition of the format. Types, the JSON Schema that editors complete from,
 * the workbook's columns and the reference page come from it. What one field cannot tell alone (references,
 * loops, totals) is checked apart.
 */
export const referentielDocument = z.strictObject({
  format: z.literal(documentFormat),
  id: identifier,
  version: semanticVersion,
  /** Ignored on import: publication decides. */
  status: z.enum(documentStatuses).optional(),
  title: text,
  shortTitle: text.optional(),
  description: text.optional(),
  locales: z.array(localeCode).min(1).max(24).optional(),
  defaultLocale: localeCode.optional(),
  /** Identity and version of the référentiel that this one was derived from. */
  derivedFrom: z.strictObject({ id: identifier, version: semanticVersion }).optional(),
  publisher: z.strictObject({ name: z.string().min(1).max(200), href: href.optional() }).optional(),
  rights: z
    .strictObject({
      licence: z.string().min(1).max(200).optional(),
      notice: text.optional(),
      attribution: text.optional(),
      textOrigin: z.enum(textOrigins).optional(),
    })
    .optional(),
  sources: z
    .array(
      z.strictObject({
        title: text,
        edition: z.string().min(1).max(200).optional(),
        date: day.optional(),
        href: href.optional(),
      }),
    )
    .max(100)
    .optional(),
  validFrom: day.optional(),
  validUntil: day.optional(),
  kinds: z.array(kind).min(1).max(50),
  profileFields: z.array(profileField).max(100).optional(),
  lists: z.array(list).max(200).optional(),
  scales: z.array(scale).max(100).optional(),
  nodes: z.array(node).min(1).max(20_000),
  scoring: scoring.optional(),
  subsets: z.array(subset).max(100).optional(),
  dialogue: dialogue.optional(),
  presentation: presentation.optional(),
  mappings: z.array(mapping).max(100).optional(),
  migrations: z.array(migration).max(100).optional(),
  binding: binding.optional(),
  expect: z.array(expectation).max(100).optional(),
})

export type ReferentielDocument = z.infer<typeof referentielDocument>
