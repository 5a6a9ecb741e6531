import { fr } from '../typography.ts'

/** What the values of the format are called. */
export const choiceNames = {
  textOrigin: { 'own': 'Écrits par nous', 'licensed': 'Sous licence', 'public-domain': 'Domaine public', 'customer-supplied': 'Fournis par le client' },
  visibility: { public: 'Tout le monde', network: 'Un réseau', organisation: 'Une organisation' },
  questionType: {
    scale: 'Échelle',
    boolean: 'Oui ou non',
    single: 'Un choix dans une liste',
    multi: 'Plusieurs choix',
    number: 'Nombre',
    percent: 'Pourcentage',
    text: 'Texte court',
    longText: 'Texte long',
    date: 'Date',
    year: 'Année',
    link: 'Lien',
    file: 'Fichier',
    table: 'Tableau',
    computed: 'Calculée',
  },
  profileType: { single: 'Un choix', multi: 'Plusieurs choix', number: 'Nombre', boolean: 'Oui ou non' },
  requirement: { comment: 'Un commentaire', description: 'Une description', evidence: 'Une preuve', indicator: 'Un indicateur' },
  resourceKind: { guide: 'Guide', law: 'Texte de loi', tool: 'Outil', example: 'Exemple', training: 'Formation', other: 'Autre' },
  nature: { qualitative: 'Qualitatif', quantitative: 'Chiffré' },
  direction: { up: 'monte', down: 'descend' },
  aggregateFrom: { questions: 'ses questions', children: fr`ce qu'il contient` },
  method: { weightedMean: 'moyenne pondérée', median: 'médiane', min: 'le plus bas', max: 'le plus haut', sum: 'somme', none: 'rien : pas de score' },
  rounding: { 'half-up': 'au plus proche', 'up': 'au-dessus', 'down': 'au-dessous' },
  metWhen: { 'all-max': fr`toutes ses réponses sont au plus haut`, 'score-at-least': 'son score atteint un seuil' },
  onFail: { 'action-required': 'une action est demandée', 'warn': 'on prévient seulement' },
  axisBy: { kind: 'niveau de plan', tag: 'étiquette' },
  relation: { equal: 'La même chose', subset: 'Une partie', superset: 'Davantage', intersects: 'Se recoupent', related: 'Proche' },
  strength: { weak: 'Faible', medium: 'Moyenne', strong: 'Forte' },
  migrationKind: {
    same: 'Inchangé',
    renamed: 'Change de code',
    reworded: 'Reformulé',
    split: 'Divisé en plusieurs',
    merged: 'Réuni avec un autre',
    removed: 'Retiré',
    rescaled: fr`Change d'échelle`,
    retyped: 'Change de type de réponse',
  },
} as const

export type ChoiceName = keyof typeof choiceNames

/** The choices of a field, with their French names. */
export const choicesOf = (name: ChoiceName): readonly { readonly value: string; readonly label: string }[] =>
  Object.entries(choiceNames[name]).map(([value, label]) => ({ value, label: String(label) }))
