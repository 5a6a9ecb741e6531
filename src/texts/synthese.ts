/** The page « Synthèse du diagnostic ». Typography is already in place. */
import { fr, frInSentence, frList, frNumber, plural } from './typography.ts'

const criteria = { one: 'critère', many: 'critères' }
const answers = { one: 'réponse', many: 'réponses' }
const decimal = (value: number): string => frNumber(value, { decimals: Number.isInteger(value) ? 0 : 1 })

/** « 3 », or « 3–4 » where the middle falls between two answers; « – » without any. */
export const medianText = (scores: readonly number[]): string => (scores.length === 0 ? '–' : scores.map(decimal).join('–'))

/** A mean as it is shown: one decimal; « – » without any. */
export const meanText = (value: number | null): string => (value === null ? '–' : frNumber(value, { decimals: 1 }))

const named = (number: string | null, title: string): string => (number === null ? title : `${number.replace(/\.$/, '')} · ${title}`)

export const synthesisTexts = {
  place: 'Synthèse',
  title: 'Synthèse du diagnostic',
  chartTitle: (axis: string) => `Maturité\u00a0: ${frInSentence(axis)}`,
  whereTitle: {
    current: fr('Où nous en sommes'),
    target: fr('Où nous en sommes, où nous allons'),
    previous: fr('Où nous en sommes, d’où nous venons'),
    both: fr('D’où nous venons, où nous en sommes, où nous allons'),
  },
  series: {
    current: 'Maturité actuelle',
    target: 'Maturité visée',
    previous: 'Démarche précédente',
  },
  previousOf: (campaign: string) => campaign,
  broken: (campaign: string, spokes: readonly string[]) =>
    fr(`Non comparable avec « ${campaign} », car le référentiel ou son étendue a changé : ${frList(spokes)}.`),
  changed: (campaign: string, spokes: readonly string[]) =>
    fr(`Comparé à « ${campaign} » avec d’autres critères ou un autre calcul : ${frList(spokes)}.`),
  answered: (answered: number, total: number) =>
    total === 0
      ? fr('Aucun critère n’attend de réponse.')
      : `${plural(answered, { one: 'critère renseigné', many: 'critères renseignés' })} sur ${frNumber(total)}.`,
  notConcerned: (count: number) =>
    count === 0 ? '' : ` ${plural(count, { one: 'critère est déclaré non concerné', many: 'critères sont déclarés non concernés' })}.`,
  unknown: (count: number) =>
    count === 0 ? '' : ` ${plural(count, criteria)} ${count < 2 ? 'est' : 'sont'} à confirmer, sans compter ici.`,
  means: fr('Les moyennes ne comptent que les réponses données.'),
  project: 'Projeter',
  leaveProjection: 'Quitter la projection',
  export: 'Exporter en PDF',
  back: 'Revenir au diagnostic',
  axes: 'Voir par',
  spread: 'Répartition des niveaux',
  spreadOf: (scale: string) => `Répartition\u00a0: ${scale}`,
  mean: 'moyenne',
  median: 'médiane',
  overall: {
    title: fr('Note d’ensemble'),
    value: (value: string, max: number) => `${value} sur ${frNumber(max)}`,
    note: fr('Une indication pour l’organisation : ce n’est pas une évaluation officielle.'),
  },
  outcomes: 'Ce qu’en dit le référentiel',
  calculation: {
    title: fr('Comment est-ce calculé ?'),
    mean: fr('Moyenne : chaque réponse compte pour le score de son niveau. Le référentiel dit comment les scores d’un critère, puis ceux de ce qui le contient, sont réunis, et avec quels poids.'),
    aside: fr('Ce qui ne compte pas : une question sans réponse, un critère non concerné, une réponse hors calcul. Rien n’y vaut zéro.'),
    median: fr('Médiane : la réponse du milieu, quand on les range de la plus basse à la plus haute. Elle ne bouge pas pour une seule réponse très basse ou très haute.'),
    target: fr('Maturité visée : le même calcul, avec le niveau visé à la place de la réponse pour les critères qui en ont un, et la réponse actuelle pour les autres.'),
    previous: fr('Démarche précédente : le même calcul, avec les réponses, la version du référentiel et les règles d’alors.'),
    spread: fr('Répartition : combien de réponses à chaque niveau, une par question notée.'),
    rules: (version: string) => `Version des règles de calcul\u00a0: ${version}.`,
  },
  empty: {
    title: fr('Il n’y a pas encore de quoi dessiner'),
    text: fr('La synthèse se remplit dès la première réponse. Commencez par le thème que vous connaissez le mieux.'),
    start: 'Répondre',
  },
  noAxis: {
    title: fr('Ce référentiel n’a pas d’axe à représenter'),
    text: fr('Ses réponses se lisent critère par critère dans le diagnostic, et dans le PDF.'),
  },
  next: {
    title: fr('Et maintenant ?'),
    locked: {
      archived: fr('Année archivée : comparez avec la suivante, ou exportez cette synthèse en PDF.'),
      validated: fr('Diagnostic validé : présentez cette synthèse, ou exportez-la en PDF.'),
      replaced: fr('Ce diagnostic a été remplacé : la suite se passe dans sa nouvelle version.'),
      subscription: fr('L’abonnement est terminé : tout se lit et s’exporte, rien ne change.'),
      reader: fr('Vous pouvez lire chaque réponse et exporter cette synthèse. Les suites se décident avec les personnes qui répondent.'),
    },
    none: fr('Tout est renseigné et décrit. Relisez-vous à plusieurs, puis présentez cette synthèse.'),
    imperative: {
      title: named,
      text: fr('Cette exigence est impérative et n’est pas tenue.'),
      act: (number: string | null) => (number === null ? 'Ouvrir le critère' : `Ouvrir le critère ${number.replace(/\.$/, '')}`),
    },
    unfinished: {
      text: (missing: number, started: boolean) =>
        started ? `Il manque ${plural(missing, answers)}.` : `${plural(missing, answers)} à donner, rien n’est commencé.`,
      finish: 'Terminer',
      begin: 'Commencer',
    },
    low: {
      title: named,
      text: fr('Ce critère est au bas de l’échelle et n’a pas encore de priorité.'),
      act: 'Lui donner une priorité',
    },
    describe: {
      title: 'Vos bonnes pratiques',
      text: (count: number) => `${plural(count, criteria)} sans description de ce que vous faites déjà.`,
      act: 'Décrire',
    },
  },
} as const
