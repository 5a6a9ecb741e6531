import { fr } from '#texts/typography.ts'

/** French spaces and apostrophes in the texts of a référentiel, however they were typed; for `compile`. */
export const typeset = (text: string, locale: string): string => (locale.startsWith('fr') ? fr(text) : text)
