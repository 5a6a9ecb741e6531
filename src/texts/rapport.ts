/** What the printed reports say. Typography is already in place. */
import { frDate } from './dates.ts'
import { fr, frNumber, plural } from './typography.ts'

const criteria = { one: 'critère', many: 'critères' }

/** At the foot of a page there is one line, beside the page's number. */
const longest = 55
const shortened = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name)

export const reportTexts = {
  documentTitle: (organisation: string, campaign: string) => `Autodiagnostic – ${organisation} – ${campaign}`,
  fileName: (organisation: string, referentiel: string, campaign: string) => `Autodiagnostic ${organisation} ${referentiel} ${campaign}`,
  title: 'Autodiagnostic',
  platform: 'ESS Pratiques',
  /** `today`: the day the document was made. Dates compare as texts. */
  assembly: (date: string, today: string) =>
    `${date > today ? 'à présenter' : 'présenté'} à l’assemblée générale du ${frDate(date)}`,
  foot: ({ organisation, campaign, date }: { readonly organisation: string; readonly campaign: string; readonly date: string }) =>
    `${shortened(organisation)} · ${shortened(campaign)} · établi le ${frDate(date)}`,
  figures: {
    answered: (count: number) => (count < 2 ? 'critère renseigné' : 'critères renseignés'),
    uncertain: (count: number) => (count === 0 ? '' : fr(` ; ${frNumber(count)} ${count < 2 ? 's’appliquera' : 's’appliqueront'} peut-être`)),
    of: (total: number) => `sur ${frNumber(total)}`,
    practices: (count: number) => (count < 2 ? 'pratique existante décrite' : 'pratiques existantes décrites'),
    plan: (count: number) => (count < 2 ? 'critère à porter au plan d’actions' : 'critères à porter au plan d’actions'),
    notConcerned: (count: number) => (count < 2 ? 'critère déclaré non concerné' : 'critères déclarés non concernés'),
    notApplicable: (count: number) =>
      count === 0 ? '' : fr(` ; ${frNumber(count)} ne ${count < 2 ? 's’applique' : 's’appliquent'} pas`),
    overall: (max: number) => `note d’ensemble sur ${frNumber(max)}`,
  },
  overview: 'Vue d’ensemble',
  whereWeAre: 'Où nous en sommes',
  remember: 'À retenir',
  highlights: {
    strongest: { title: (names: string) => `Le plus avancé : ${names}.`, text: (value: string, max: string) => `${value} sur ${max} en moyenne.` },
    weakest: { title: (names: string) => `Le moins avancé : ${names}.`, text: (value: string, max: string) => `${value} sur ${max} en moyenne.` },
    unfinished: { title: 'Des réponses restent à donner.', text: (names: string) => `À terminer : ${names}.` },
    manyUnfinished: (spokes: number, of: number) => `${frNumber(spokes)} parties sur ${frNumber(of)} sont à terminer.`,
    toConfirm: {
      title: 'Des réponses reprises sont à confirmer.',
      text: (count: number) =>
        fr(`${plural(count, criteria)} ${count < 2 ? 'porte' : 'portent'} la mention « À\u00a0confirmer ».`),
    },
    plan: { title: 'Le plan d’actions est à écrire.', text: (count: number) => `${plural(count, criteria)} ${count < 2 ? 'porte' : 'portent'} la priorité « !!! ».` },
    imperatives: {
      title: 'Des exigences impératives ne sont pas tenues.',
      text: (names: string) => `À traiter d’abord : ${names}.`,
    },
    none: 'Aucune réponse n’est encore donnée : ce document montre les critères à renseigner.',
  },
  legend: 'Lire les niveaux',
  star: 'au-delà du niveau le plus haut, hors moyenne',
  spread: 'Répartition des niveaux',
  spreadNote: 'Les moyennes ne comptent que les réponses données. La médiane partage les réponses en deux moitiés.',
  meansNote: 'Les moyennes ne comptent que les réponses données.',
  columns: {
    current: 'Moyenne',
    median: 'Médiane',
    target: 'Visée',
    previous: 'Démarche précédente',
    answered: 'Réponses',
    notConcerned: 'Déclaré non concerné',
  },
  outOf: (done: number, total: number) => `${frNumber(done)} / ${frNumber(total)}`,
  answer: 'Réponse',
  unanswered: 'Sans réponse',
  notConcerned: 'Non concerné',
  declaredNotConcerned: 'Critère déclaré non concerné',
  otherMarks: 'Autres marques',
  outOfCalculation: (labels: readonly string[]) => fr(`Hors calcul : ${labels.join(', ')}`),
  reason: 'Motif',
  comment: 'Commentaire',
  practices: 'Pratiques existantes',
  priority: 'Priorité',
  target: 'Niveau visé',
  score: 'Moyenne',
  imperative: 'Impératif',
  imperativeMet: 'Impératif, tenu',
  imperativeNotMet: 'Impératif, non tenu',
  toConfirm: 'À confirmer',
  carried: 'Repris de la version précédente du référentiel',
  toReview: 'À revoir',
  boolean: { true: 'Oui', false: 'Non' },
  notOfficial: 'Autodiagnostic établi par l’organisation elle-même : il n’a pas valeur d’évaluation officielle.',
  readingNotes: 'Notes de lecture',
  source: (title: string, version: string) => `Référentiel : ${title}, version ${version}.`,
  headings: { criterion: 'Critère' },
  failures: {
    unavailable: fr(
      'Le PDF n’a pas pu être fabriqué. Rien n’est perdu : vos réponses sont enregistrées. Réessayez dans une minute ; si cela dure, prévenez l’équipe de la plateforme.',
    ),
    tooLong: fr('Le PDF demande plus de temps que prévu et a été arrêté. Rien n’est perdu : réessayez dans une minute.'),
    ownBusy: fr('Deux PDF se préparent déjà pour votre organisation. Attendez qu’ils arrivent, puis redemandez celui-ci.'),
    busy: fr('Trop de PDF sont demandés en ce moment. Rien n’est perdu : réessayez dans une minute.'),
  },
} as const
