/**
 * What can be wrong with a référentiel. Codes are stable: guides, tests and other programs quote them
 * (`docs/referentiels.md`). A finding carries no sentence and no file: the engine says what and where in the
 * document, `texts/findings.ts` says it in French, the source says at which line.
 */

/** Every code that a check or the importer can produce. */
export const findingCodes = [
  // The file
  'FICHIER_ILLISIBLE',
  'TROP_GROS',
  'SYNTAXE',
  'ALIAS',
  'CLE_DOUBLE',
  // The workbook
  'MACROS',
  'PROTEGE',
  'FEUILLE_ABSENTE',
  'FEUILLE_INCONNUE',
  'COLONNE_ABSENTE',
  'COLONNE_INCONNUE',
  'COLONNE_DOUBLE',
  'LIGNE_APRES_VIDE',
  'CELLULES_FUSIONNEES',
  'LIGNES_MASQUEES',
  'FORMULE',
  'ECHELLE_PROPOSEE',
  'NOMBRE_DE_TEXTES',
  'ECART_CLASSEUR',
  // The format
  'FORMAT_INCONNU',
  'VERSION_FORMAT',
  'CLE_INCONNUE',
  'FORME',
  'AUTRES_CONSTATS',
  // One field
  'CHAMP_MANQUANT',
  'CELLULE_VIDE',
  'NOMBRE',
  'OUI_NON',
  'DATE',
  'COULEUR',
  'LIEN',
  'TROP_LONG',
  'TYPE_INCONNU',
  'VALEUR_INCONNUE',
  'CODE_NOMBRE',
  'CODE_INVALIDE',
  'VERSION_INVALIDE',
  // Fields together
  'DOUBLON',
  'REF_INCONNUE',
  'BOUCLE',
  'RACINE',
  'ORPHELIN',
  'NON_EVALUABLE',
  'IMPERATIF_SANS_QUESTION',
  'NIVEAU_INCONNU',
  'ECHELLE_SANS_SCORE',
  'BORNES',
  'EXPRESSION',
  'EXPRESSION_REF',
  'FONCTION_INCONNUE',
  'CYCLE_CALCUL',
  'LANGUE',
  'LANGUE_INCONNUE',
  'TRADUCTION_MANQUANTE',
  'TOTAL_INATTENDU',
  'MIGRATION',
  'MIGRATION_INCOMPLETE',
  'DROITS_MANQUANTS',
  'TEXTE_TIERS',
  'CONTRASTE',
  'IDENTIFIANT_MODELE',
  // The versions already stored
  'VERSION_EXISTE',
  'VERSION_PUBLIEE',
  'VERSION_RECULE',
  'IDENTIFIANT_PRIS',
  'VERSION_INSUFFISANTE',
  'SANS_CHANGEMENT',
] as const

export type FindingCode = (typeof findingCodes)[number]

/** An error refuses the document; a warning deserves a look; an information only tells. */
export type Severity = 'error' | 'warning' | 'info'

/** Keys and positions from the document's root: `['nodes', 3, 'parent']`. */
export type DocumentPath = readonly (string | number)[]

export type Finding = {
  readonly severity: Severity
  readonly code: FindingCode
  readonly path: DocumentPath
  /** What stands there, when one word can show it. */
  readonly value?: string | number | boolean | null
  /** What should stand there: a word of the texts (`integer`, `code`), or the allowed values. */
  readonly expected?: string | readonly string[]
  /** What to write instead, when it can be guessed. */
  readonly suggestion?: string
  /** The other place of the document that it clashes with: the first of two equal codes. */
  readonly other?: DocumentPath
  /** Words and figures that the sentence needs. */
  readonly parameters?: Readonly<Record<string, string | number>>
  /** Offset within the value, in characters: where an expression stops being one. */
  readonly at?: number
}
