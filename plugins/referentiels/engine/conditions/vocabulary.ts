import type { FunctionName } from './expression.ts'

/** Canonical texts exist in both; sources may mix them. */
export type Language = 'fr' | 'en'

type Words = Readonly<Record<Language, string>>

export const junctionWords: Readonly<Record<'and' | 'or' | 'not', Words>> = {
  and: { fr: 'et', en: 'and' },
  or: { fr: 'ou', en: 'or' },
  not: { fr: 'non', en: 'not' },
}

export const operatorWords: Readonly<Record<'in' | 'overlaps', Words>> = {
  in: { fr: 'dans', en: 'in' },
  overlaps: { fr: 'recoupe', en: 'overlaps' },
}

export const booleanWords: Readonly<Record<'true' | 'false', Words>> = {
  true: { fr: 'vrai', en: 'true' },
  false: { fr: 'faux', en: 'false' },
}

export const namespaceWords: Readonly<Record<Namespace, Words>> = {
  profile: { fr: 'profil', en: 'profile' },
  answer: { fr: 'réponse', en: 'answer' },
  score: { fr: 'score', en: 'score' },
  node: { fr: 'nœud', en: 'node' },
}

export const functionWords: Readonly<Record<FunctionName, Words>> = {
  sum: { fr: 'somme', en: 'sum' },
  mean: { fr: 'moyenne', en: 'mean' },
  min: { fr: 'min', en: 'min' },
  max: { fr: 'max', en: 'max' },
  count: { fr: 'nombre', en: 'count' },
  answered: { fr: 'répondu', en: 'answered' },
  if: { fr: 'si', en: 'if' },
  round: { fr: 'arrondi', en: 'round' },
}

export type Namespace = 'profile' | 'answer' | 'score' | 'node'
type Keyword = 'and' | 'or' | 'not' | 'in' | 'overlaps'

const languageWords: readonly Words[] = [junctionWords, operatorWords, booleanWords, namespaceWords, functionWords].flatMap((words): Words[] => Object.values(words))
/** Those that French does not write alike, such as `score` and `min`. */
const englishWords: ReadonlySet<string> = new Set(languageWords.flatMap(({ fr, en }) => (fr === en ? [] : [en])))

/** The language of a source, for what one proposes to write in it: French where nothing says otherwise. */
export const writtenIn = (source: string): Language => {
  const unquoted = source.replaceAll(/"[^"]*"|“[^”]*”|«[^»]*»|'[^']*'/g, '')
  const words = unquoted.match(/(?<![\p{L}\d_.-])\p{L}+/gu) ?? []
  return words.some((word) => englishWords.has(word.toLowerCase())) ? 'en' : 'fr'
}

/*
 * Words are looked up in Maps alone: an object would also answer to `constructor`, `toString` or `__proto__`.
 * Keys are in lower case.
 */

export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['and', 'and'],
  ['et', 'and'],
  ['or', 'or'],
  ['ou', 'or'],
  ['not', 'not'],
  ['non', 'not'],
  ['in', 'in'],
  ['dans', 'in'],
  ['overlaps', 'overlaps'],
  ['recoupe', 'overlaps'],
])

/** `non` is not here: it is first of all an operator (`grammar.ts` says when it is a value). */
export const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['vrai', true],
  ['oui', true],
  ['false', false],
  ['faux', false],
])

export const namespaces: ReadonlyMap<string, Namespace> = new Map<string, Namespace>([
  ['profile', 'profile'],
  ['profil', 'profile'],
  ['answer', 'answer'],
  ['réponse', 'answer'],
  ['reponse', 'answer'],
  ['score', 'score'],
  ['node', 'node'],
  ['nœud', 'node'],
  ['noeud', 'node'],
])

export const functions: ReadonlyMap<string, FunctionName> = new Map<string, FunctionName>([
  ['sum', 'sum'],
  ['somme', 'sum'],
  ['mean', 'mean'],
  ['moyenne', 'mean'],
  ['min', 'min'],
  ['max', 'max'],
  ['count', 'count'],
  ['nombre', 'count'],
  ['answered', 'answered'],
  ['répondu', 'answered'],
  ['repondu', 'answered'],
  ['if', 'if'],
  ['si', 'if'],
  ['round', 'round'],
  ['arrondi', 'round'],
])
