import { fr } from './typography.ts'

/** What a column of a spreadsheet may hold, in the order in which it is offered. */
export const columnRoles = [
  'title1', 'title2', 'title3', 'title4', 'title5', 'code1', 'code2', 'code3', 'code4', 'code5',
  'statement', 'about', 'stakes', 'questions', 'inspiringQuestions', 'examples', 'evidence', 'imperative',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** The deepest plan that the roles tell apart. */
export const mostLevels = 5

const ranks = ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'] as const

const ofLevel = (what: string): readonly (readonly [string, string])[] => ranks.map((rank, index) => [`${what}${index + 1}`, rank])

export const roleTexts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ofLevel('title').map(([role, rank]) => [role, fr`Titre du ${rank} niveau`])),
  ...Object.fromEntries(ofLevel('code').map(([role, rank]) => [role, fr`Numéro ou code du ${rank} niveau`])),
  statement: 'Ce qui est attendu',
  about: 'Une explication',
  stakes: 'Les enjeux',
  questions: fr`Des questions auxquelles répondre, par un niveau de 1 à 5`,
  inspiringQuestions: 'Des questions à se poser',
  examples: 'Des exemples de pratiques',
  evidence: 'Les preuves attendues',
  imperative: 'Impératif ou non',
}

/** Words of headings, as `normalName` leaves them, and what such a column holds; the first that fits. */
export const headingWords: readonly (readonly [RegExp, Exclude<ColumnRole, `title${number}` | `code${number}`> | 'title' | 'code'])[] = [
  [/^(n|no|num|numero|code|ref|reference|id|n°|nº)(\b|°|$)/, 'code'],
  [/question/, 'inspiringQuestions'],
  [/preuve|justificatif/, 'evidence'],
  [/exemple|bonne pratique|bonnes pratiques/, 'examples'],
  [/imperatif|obligatoire/, 'imperative'],
  [/enjeu|pourquoi/, 'stakes'],
  [/attendu|enonce|affirmation|description/, 'statement'],
  [/precision|definition|explication|commentaire|de quoi/, 'about'],
  [/chapitre|thematique|theme|domaine|axe|objectif|critere|exigence|engagement|principe|titre|intitule|libelle/, 'title'],
]

/** What a cell says where it says yes, as `normalName` leaves it. */
export const yesWords: ReadonlySet<string> = new Set(['oui', 'o', 'x', 'vrai', 'yes', '1', 'imperatif', 'obligatoire'])
