import type { ReferentielDocument } from '../document/document.schema.ts'
import type { LocalisedText } from '../document/text.schema.ts'

/** Reads the texts of a document in one language. */
export type Localise = {
  readonly locale: string
  readonly text: (text: LocalisedText) => string
  readonly optional: (text: LocalisedText | undefined) => string | null
}

/** What a document without `defaultLocale` is written in. */
const assumedLocale = 'fr'

/** Typography of a text in a language, for where it is read: what the document says stays as it was written. */
export type Typeset = (text: string, locale: string) => string

/**
 * Texts in the locale asked for, else in the document's default one, else in whatever language there is: a missing
 * translation is shown in another language rather than as nothing.
 */
export const localiseIn = (
  document: ReferentielDocument,
  wanted: string | undefined,
  typeset: Typeset = (text) => text,
): Localise => {
  const fallback = document.defaultLocale ?? document.locales?.[0] ?? assumedLocale
  const locale = wanted ?? fallback
  const text = (value: LocalisedText): string => {
    if (typeof value === 'string') return typeset(value, fallback)
    const byLocale = new Map(Object.entries(value))
    const spoken = [locale, fallback, ...byLocale.keys()].find((one) => byLocale.has(one)) ?? fallback
    return typeset(byLocale.get(spoken) ?? '', spoken)
  }
  return { locale, text, optional: (value) => (value === undefined ? null : text(value)) }
}
