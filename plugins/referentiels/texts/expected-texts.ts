import type { Finding } from '../engine/findings/finding.ts'
import { fr } from './typography.ts'

const words: Readonly<Record<string, string>> = {
  text: 'un texte',
  number: 'un nombre',
  integer: 'un nombre entier',
  boolean: 'true ou false',
  list: 'une liste',
  pair: 'une liste de deux nombres',
  block: 'un bloc de champs',
  date: fr`une date qui existe, écrite année-mois-jour : 2026-11-25`,
  colour: fr`une couleur en six chiffres hexadécimaux : #0B6E4F`,
  link: 'une adresse qui commence par https:// ou mailto:, sans espace, ni nom ou mot de passe avant le site',
  version: fr`trois nombres séparés par des points : 1.0.0`,
  locale: fr`un code de langue : fr, en, pt-BR`,
  identifier: 'des minuscules sans accent, des chiffres et des tirets, 64 au plus',
  code: fr`des lettres sans accent, des chiffres et . _ -, en commençant et en finissant par une lettre ou un chiffre, sans finir par .met`,
}

/** What stands behind a word of `Finding.expected`: the words of the engine, or a literal to be written. */
export const expectedText = (expected: string, parameters: Finding['parameters'] = {}): string => {
  const limit = parameters['limit'] ?? 0
  if (expected === 'atLeast') return `un nombre d’au moins ${limit}`
  if (expected === 'atMost') return `un nombre d’au plus ${limit}`
  return (Object.hasOwn(words, expected) ? words[expected] : undefined) ?? expected
}
