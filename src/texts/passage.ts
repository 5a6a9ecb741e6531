/** Moving to a newer version of a référentiel, or to another subset of it. Typography is already in place. */
import { carriedWhy, sentence } from './carried.ts'
import { fr, frNumber, plural } from './typography.ts'

const criteria = { one: 'critère', many: 'critères' }

/** A score as it is shown: two decimals at most; « – » without any. */
const score = (value: number | null): string => (value === null ? '–' : frNumber(Math.round(value * 100) / 100))

export const upgradeTexts = {
  note: {
    title: 'Une nouvelle version du référentiel est parue',
    text: (version: string) =>
      fr(`La version ${version} est prête. Vos réponses passent de l’une à l’autre : regardez d’abord ce que cela change, rien n’est modifié avant votre accord.`),
    others: fr('L’administration de votre organisation décide du moment.'),
    see: 'Voir ce qui change',
    goOn: 'Continuer dans le nouveau diagnostic',
    came: (version: string) => fr(`Repris de la version ${version} du référentiel.`),
    seeCame: 'Voir ce qui a été repris',
  },
  title: 'Nouvelle version du référentiel',
  lead: (title: string, from: string, to: string) => fr(`${title} : de la version ${from} à la version ${to}`),
  doneTitle: fr('Ce qui a été repris'),
  doneLead: (title: string, from: string, to: string) => fr(`${title} : la version ${to} a repris votre diagnostic de la version ${from}, qui reste lisible.`),
  nothing: fr('Ce diagnostic est déjà sur la version la plus récente'),
  nothingText: fr('Il n’y a rien à faire. Quand une nouvelle version paraîtra, elle vous sera proposée ici.'),
  back: 'Revenir au diagnostic',
  figures: {
    carried: (count: number) => (count < 2 ? 'réponse reprise telle quelle' : 'réponses reprises telles quelles'),
    toConfirm: (count: number) => (count < 2 ? 'réponse reprise, à confirmer' : 'réponses reprises, à confirmer'),
    setAside: (count: number) => (count < 2 ? 'réponse mise de côté' : 'réponses mises de côté'),
    empty: (count: number) => (count < 2 ? 'critère sans réponse' : 'critères sans réponse'),
  },
  promise: fr('Rien n’est effacé : l’ancien diagnostic reste lisible, avec toutes ses réponses, ses commentaires et ses pratiques.'),
  confirmTitle: fr('À confirmer'),
  confirmLead: fr('Ces réponses sont reprises et comptées. Chacune porte « à confirmer » dans le questionnaire, jusqu’à ce que quelqu’un la confirme ou la change.'),
  asideTitle: fr('Mis de côté, à rattacher'),
  asideLead: fr('Ces éléments restent dans l’ancien diagnostic. Reportez ailleurs ce qui compte encore.'),
  asideNone: fr('Rien n’est mis de côté.'),
  emptyTitle: fr('Nouveau, ou sans réponse'),
  scoresTitle: fr('Avant et après'),
  scoresLead: fr('Chaque version calcule avec ses propres règles. Là où la mesure n’est plus la même, l’ancien résultat n’est pas comparable et n’est pas affiché.'),
  columns: { part: 'Thème', before: 'Avant', after: 'Après', series: 'Comparaison', criterion: 'Critère', what: 'Quoi', why: 'Pourquoi' },
  complete: 'Part des questions répondues',
  percent: (share: number) => `${frNumber(Math.floor(share * 100))}\u202f%`,
  score,
  continuity: { continuous: 'Même mesure', changed: fr('Périmètre ou calcul modifié'), broken: fr('Non comparable') },
  what: { answer: 'Réponse', grid: (grid: number) => `Réponse, grille ${grid}`, assessment: 'Pratiques et priorité' },
  confirmWhy: carriedWhy,
  asideWhy: sentence(
    {
      removed: fr('N’existe plus dans cette version.'),
      'not-asked': fr('Ne se demande plus sous cette forme.'),
      dropped: fr('Cette valeur n’a pas d’équivalent.'),
      'too-long': fr('Le texte réuni serait trop long.'),
      'not-concerned': fr('« Non concerné » ne vaut plus ici : la raison est gardée.'),
    },
    fr('La nouvelle question n’accepte pas cette réponse.'),
  ),
  seeOld: fr('Lire dans l’ancien diagnostic'),
  subsetLost: fr('Cette version n’a plus la même sélection de critères : le nouveau diagnostic porte sur l’ensemble.'),
  proposed: (network: string) => fr(`${network} vous propose ce passage.`),
  confirm: {
    title: fr('Passer à la nouvelle version'),
    text: fr('Un nouveau diagnostic prend la suite, dans la même campagne. L’ancien ne change plus. Prévenez les personnes qui répondent en ce moment : elles seront conduites au nouveau.'),
    submit: (version: string) => `Passer à la version ${version}`,
    submitting: 'Passage en cours…',
    all: (count: number) => fr(`Passer nos ${count} diagnostics`),
    allText: fr('Tous vos diagnostics ouverts de ce référentiel passent à la nouvelle version, l’un après l’autre. Cela peut prendre quelques minutes.'),
    allStarted: fr('Le passage de vos diagnostics a commencé. Vous pouvez continuer ailleurs : chacun apparaîtra dans la liste quand il sera prêt.'),
    reader: fr('L’administration de votre organisation peut lancer ce passage.'),
  },
  criteriaOf: (count: number) => plural(count, criteria),
} as const

export const subsetTexts = {
  change: fr('Changer d’étendue'),
  title: fr('Étendue du diagnostic'),
  lead: (title: string) => fr(`${title} : répondre à tout, ou à une partie`),
  legend: fr('Sur quoi porte ce diagnostic ?'),
  whole: fr('Référentiel entier'),
  count: (criteriaCount: number) => plural(criteriaCount, criteria),
  promise: fr('Toutes vos réponses restent. Celles qui sortent de l’étendue sont gardées sans compter, et reviennent si vous l’élargissez.'),
  submit: fr('Changer l’étendue'),
  submitting: 'Changement…',
  none: fr('Ce référentiel n’a qu’une étendue'),
  noneText: fr('Toutes ses questions se répondent ensemble.'),
  notAllowed: fr('L’étendue se change sur un diagnostic en cours, par l’administration de votre organisation.'),
} as const
