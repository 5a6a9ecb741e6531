import { fr } from './typography.ts'

/** What the values mean that a field may take, by the field's place. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { draft: 'brouillon', published: fr`publiée`, retired: fr`retirée : plus proposée, encore lisible` },
  'rights.textOrigin': {
    own: fr`rédigés par l'éditeur`,
    licensed: fr`repris d'un tiers, avec son accord`,
    'public-domain': 'du domaine public',
    'customer-supplied': fr`apportés par le client`,
  },
  'profileFields.*.type': { single: 'un choix', multi: 'plusieurs choix', number: 'un nombre', boolean: 'oui ou non' },
  'scales.*.values.*.requires': {
    comment: fr`un commentaire, sans lequel la réponse est refusée`,
    description: fr`la description des pratiques`,
    evidence: 'une preuve',
    indicator: 'un indicateur',
  },
  'nodes.*.questions.*.type': {
    scale: fr`une valeur d'une échelle`,
    boolean: 'oui ou non',
    single: fr`un choix d'une liste`,
    multi: fr`plusieurs choix d'une liste`,
    number: 'un nombre',
    percent: fr`un pourcentage`,
    text: 'une ligne de texte',
    longText: 'un texte de plusieurs lignes',
    date: 'une date',
    year: fr`une année`,
    link: 'une adresse du web',
    file: 'un document',
    table: 'un tableau, avec ses colonnes et ses lignes',
    computed: fr`un calcul : personne ne répond`,
  },
  'nodes.*.resources.*.kind': {
    guide: 'guide',
    law: 'loi ou texte officiel',
    tool: 'outil',
    example: 'exemple',
    training: 'formation',
    other: 'autre',
  },
  'nodes.*.indicators.*.nature': {
    qualitative: fr`qualitatif : réalisé, en cours ou pas réalisé`,
    quantitative: fr`quantitatif : une valeur de départ, une cible, des mesures`,
  },
  'nodes.*.indicators.*.direction': { up: fr`progresser, c'est monter`, down: fr`progresser, c'est descendre` },
  'scoring.rules.*.aggregate.*.from': { questions: fr`des questions de l'élément`, children: fr`des éléments juste en dessous` },
  'scoring.rules.*.aggregate.*.method': {
    weightedMean: fr`moyenne pondérée`,
    median: fr`médiane`,
    min: 'la plus basse',
    max: 'la plus haute',
    sum: 'somme',
    none: 'aucun score',
  },
  'scoring.rules.*.aggregate.*.round.mode': {
    'half-up': fr`au plus proche, la moitié vers le haut`,
    up: 'vers le haut',
    down: 'vers le bas',
  },
  'scoring.rules.*.imperative.metWhen': {
    'all-max': fr`chaque question comptée a la plus haute valeur de son échelle`,
    'score-at-least': fr`le score de l'élément atteint « threshold »`,
  },
  'scoring.rules.*.imperative.onFail': { 'action-required': 'une action est obligatoire', warn: 'un avertissement' },
  'presentation.axes.*.by': {
    kind: fr`une branche par élément du niveau, avec son score`,
    tag: fr`une branche par étiquette, moyenne des critères qui la portent`,
  },
  'mappings.*.items.*.relation': {
    equal: fr`les deux demandent la même chose`,
    subset: fr`celui d'ici est une part de l'autre`,
    superset: fr`celui d'ici contient l'autre`,
    intersects: 'les deux se recouvrent en partie',
    related: fr`les deux parlent du même sujet`,
  },
  'mappings.*.items.*.strength': { weak: 'faible', medium: 'moyenne', strong: 'forte' },
  'migrations.*.items.*.kind': {
    same: fr`inchangé : la réponse se reprend`,
    renamed: fr`un autre code : la réponse se reprend`,
    reworded: fr`un autre texte : la réponse est à confirmer`,
    split: fr`scindé : la réponse est proposée à chacun, à confirmer`,
    merged: fr`fusionné : la réponse la plus basse est proposée, à confirmer`,
    removed: fr`supprimé : la réponse reste lisible dans l'ancien diagnostic`,
    rescaled: fr`une autre échelle : la réponse passe par « valueMap », à confirmer`,
    retyped: fr`une autre sorte de réponse, à confirmer`,
  },
  'binding.visibility': {
    public: fr`à toutes les organisations`,
    network: fr`aux organisations d'un réseau`,
    organisation: fr`à une seule organisation`,
  },
}

const texts: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(Object.entries(meanings))

/** The meanings of a field's values; a table's column takes those of a question. */
export const formatValueText = (path: string): Readonly<Record<string, string>> | undefined =>
  texts.get(path) ?? texts.get(path.replace('.columns.*.', '.'))
