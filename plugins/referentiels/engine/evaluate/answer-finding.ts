export const answerFindingCodes = [
  // Names that the référentiel doesn't have
  'QUESTION_INCONNUE',
  'CRITERE_INCONNU',
  'CHAMP_PROFIL_INCONNU',
  'SOUS_ENSEMBLE_INCONNU',
  'REGLES_INCONNUES',
  // Input that isn't one
  'FORME',
  // Values of another type than the question's
  'TYPE_REPONSE',
  'NOMBRE',
  'OUI_NON',
  'DATE',
  'LIEN',
  'UNITE',
  // Values that the question doesn't take
  'VALEUR_INCONNUE',
  'VALEUR_INTERDITE',
  'COMMENTAIRE_MANQUANT',
  'CHOIX_EXCLUSIF',
  'BORNES',
  'DECIMALES',
  'TROP_LONG',
  'REPONSE_CALCULEE',
  'GRILLE',
  // Tables
  'LIGNES',
  'COLONNE_INCONNUE',
  'CELLULE_VIDE',
  'DOUBLON',
  // Criteria that don't concern the organisation
  'MOTIF_MANQUANT',
  'NON_CONCERNE_IMPERATIF',
] as const

export type AnswerFindingCode = (typeof answerFindingCodes)[number]

/** Something in the input that the format forbids. What an error stands at counts as not given; a warning refuses nothing. */
export type AnswerFinding = {
  readonly severity: 'error' | 'warning'
  readonly code: AnswerFindingCode
  /** Where in the input: `['answers', '3.6.2.e1']`, then the grid, the row and the column where there are. */
  readonly path: readonly (string | number)[]
  readonly value?: string | number | boolean
  /** What would be right: codes, units, columns, or the type. */
  readonly expected?: readonly string[]
  /** Between what, both included: a number, how many rows, decimals or characters. */
  readonly bounds?: { readonly min: number | null; readonly max: number | null }
}

/** A finding before its place is known: its path starts at the answer. */
export type AnswerProblem = Omit<AnswerFinding, 'path'> & { readonly path?: AnswerFinding['path'] }

/** Of a value from outside, what may be shown again. */
export const shown = (value: unknown): AnswerFinding['value'] => {
  if (typeof value === 'string') return value.slice(0, longestShown)
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

const longestShown = 200

export const placed = (problem: AnswerProblem, path: AnswerFinding['path']): AnswerFinding => ({
  ...problem,
  path: [...path, ...(problem.path ?? [])],
})
