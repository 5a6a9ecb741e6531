/** What is said beside an answer that was carried from an older version of the référentiel. Sent to the browser. */
import { fr } from './typography.ts'

/** A sentence by a word of the engine; one that a newer engine brings still says something. */
export const sentence = (words: Readonly<Record<string, string>>, otherwise: string) => (reason: string): string =>
  (Object.hasOwn(words, reason) ? words[reason] : undefined) ?? otherwise

/** Why it is to be confirmed. */
export const carriedWhy = sentence(
  {
    reworded: fr('Le texte a changé.'),
    renamed: fr('Le critère a changé de code.'),
    rescaled: fr('L’échelle a changé.'),
    retyped: fr('La réponse s’écrit autrement.'),
    merged: fr('Plusieurs critères n’en font plus qu’un : la réponse la plus basse est proposée.'),
    split: fr('Le critère est réparti en plusieurs : la réponse est recopiée dans chacun.'),
    partial: fr('Une partie de la réponse n’a pas pu être reprise.'),
  },
  fr('La question a changé.'),
)

export const carriedTexts = {
  lead: (reason: string) => `Repris de la version précédente. ${carriedWhy(reason)}`,
  confirm: 'Confirmer',
  confirmOf: (title: string) => `Confirmer «\u202f${title}\u202f»`,
} as const
