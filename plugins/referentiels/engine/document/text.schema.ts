import { z } from 'zod'

/** A locale as `fr`, `en`, `pt-BR`. */
export const localeCode = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)

/** The longest text that one field of a référentiel may hold, in characters. */
export const maxTextLength = 20_000

/** A sentence in the default locale, or one by locale. */
export const text = z.union([
  z.string().min(1).max(maxTextLength),
  z.record(localeCode, z.string().min(1).max(maxTextLength)),
])

export type LocalisedText = z.infer<typeof text>
