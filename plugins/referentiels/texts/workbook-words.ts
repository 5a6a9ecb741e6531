/** The format's own words in French, by sheet and column: what a cell says, and what its drop-down offers. */

type Words = Readonly<Record<string, string>>

const questionTypes: Words = {
  scale: 'échelle',
  boolean: 'oui/non',
  single: 'choix unique',
  multi: 'choix multiple',
  number: 'nombre',
  percent: 'pourcentage',
  text: 'texte',
  longText: 'texte long',
  date: 'date',
  year: 'année',
  link: 'lien',
  file: 'fichier',
  table: 'tableau',
  computed: 'calcul',
}

const vocabularies: Readonly<Record<string, Words>> = {
  'document.textOrigin': { own: 'propres', licensed: 'sous licence', 'public-domain': 'domaine public', 'customer-supplied': 'fournis par le client' },
  'document.visibility': { public: 'publique', network: 'réseau', organisation: 'organisation' },
  'questions.type': questionTypes,
  'scales.requires': { comment: 'commentaire', description: 'description', evidence: 'preuve', indicator: 'indicateur' },
  'help.kind': {
    inspiringQuestion: 'question inspirante',
    example: 'exemple',
    evidence: 'preuve',
    resource: 'ressource',
    quantitative: 'indicateur chiffré',
    qualitative: 'indicateur qualitatif',
  },
  'help.resourceKind': { guide: 'guide', law: 'texte de loi', tool: 'outil', example: 'exemple', training: 'formation', other: 'autre' },
  'help.direction': { up: 'à la hausse', down: 'à la baisse' },
  'profile.type': { single: 'choix unique', multi: 'choix multiple', number: 'nombre', boolean: 'oui/non' },
  'rules.metWhen': { 'all-max': 'toutes au maximum', 'score-at-least': 'score au moins égal au seuil' },
  'rules.onFail': { 'action-required': 'action exigée', warn: 'avertissement' },
  'aggregates.from': { questions: 'questions', children: 'éléments contenus' },
  'aggregates.method': { weightedMean: 'moyenne', median: 'médiane', min: 'la plus basse', max: 'la plus haute', sum: 'somme', none: 'aucun' },
  'aggregates.mode': { 'half-up': 'au plus proche', up: 'au-dessus', down: 'au-dessous' },
  'axes.by': { kind: 'type', tag: 'étiquette' },
  'mappings.relation': { equal: 'égal', subset: 'contenu dans', superset: 'contient', intersects: 'recoupe', related: 'lié à' },
  'mappings.strength': { weak: 'faible', medium: 'moyenne', strong: 'forte' },
  'migrations.kind': {
    same: 'inchangé',
    renamed: 'renommé',
    reworded: 'reformulé',
    split: 'divisé',
    merged: 'réuni',
    removed: 'supprimé',
    rescaled: 'autre échelle',
    retyped: 'autre genre',
  },
}

/** French word of each of the format's words that may stand in a column; empty where the column has none. */
export const wordsOf = (sheet: string, column: string): Words => vocabularies[`${sheet}.${column}`] ?? {}

export const cellWords = { yes: 'oui', no: 'non', notCounted: 'hors calcul', none: 'aucun' } as const

/** Other ways in which people write them. */
export const otherWords = {
  yes: ['vrai', 'true', 'yes', 'x', 'o', '1'],
  no: ['faux', 'false', 'no', 'n', '0'],
  notCounted: ['hors-calcul', 'hc', 'null'],
} as const
