/** Words of the questionnaire while one answers: what the browser says by itself. Those of the practices alone stand apart. */
import { fr, frInSentence } from './typography.ts'

/** The plural of a référentiel's own word for its pages: « thèmes », « principes », « objectifs », « niveaux ». */
const frPlural = (noun: string): string => {
  if (/[sxz]$/.test(noun)) return noun
  if (/(eau|au|eu)$/.test(noun)) return `${noun}x`
  return noun.endsWith('al') ? `${noun.slice(0, -2)}aux` : `${noun}s`
}

export const entryTexts = {
  answer: 'Répondre',
  answerTo: (title: string) => `Répondre à «\u202f${title}\u202f»`,
  edit: 'Modifier',
  editOf: (title: string) => `Modifier la réponse à «\u202f${title}\u202f»`,
  read: 'Voir',
  readOf: (title: string) => `Voir «\u202f${title}\u202f»`,
  fold: 'Replier',
  foldOf: (title: string) => `Replier «\u202f${title}\u202f»`,
  you: (time: string) => `Vous, aujourd’hui à\u00a0${time}`,
  noAnswer: 'Pas encore de réponse',
  previous: (year: string) => `En ${year}`,
  previousAnswer: (year: string, answer: string) => `En ${year}\u00a0: ${answer}`,
  some: (answered: number, of: number) => `${answered} réponse${answered > 1 ? 's' : ''} sur ${of}`,
  score: (value: string) => `moyenne ${value}`,
  clear: 'Effacer ma réponse',
  imperative: 'Impératif',
  optional: 'Facultatif',
  mayNotApply: 'À confirmer',
  /** Of an answer from an older version; why it is to be confirmed comes when it is needed (`carried.ts`). */
  carried: 'À confirmer',
  completeProfile: 'Compléter le profil',
  level: fr('Niveau de maturité'),
  levelKey: 'Ce que disent les niveaux',
  asks: {
    lead: fr('À ce niveau, on attend aussi :'),
    write: 'Décrire la pratique',
  },
  comment: {
    label: 'Commentaire',
    required: fr('Cette réponse demande une explication : elle partira avec votre commentaire.'),
    add: 'Ajouter un commentaire',
  },
  tools: {
    help: 'Questions inspirantes',
    toReview: 'À revoir',
    notConcerned: 'Non concerné',
  },
  toReviewMark: 'À revoir',
  notConcerned: {
    title: fr('Pourquoi ce critère ne vous concerne-t-il pas ?'),
    hint: fr('Une phrase suffit. Le critère sort alors des comptes et des moyennes ; votre équipe voit la raison.'),
    reason: 'Raison',
    confirm: 'Déclarer non concerné',
    cancel: 'Annuler',
    missing: fr('Écrivez la raison : sans elle, le critère reste à répondre.'),
    emptied: fr('Dites pourquoi : d’ici là, la raison d’avant reste enregistrée.'),
    refused: fr('Critère impératif : il se répond toujours.'),
    is: 'Déclaré non concerné',
    isNot: 'Concerné',
    undo: fr('Ce critère nous concerne'),
  },
  yes: 'Oui',
  no: 'Non',
  choose: 'Choisissez',
  none: '–',
  unit: 'Unité',
  number: fr('Écrivez un nombre, par exemple 12,5.'),
  fileLater: fr('Les fichiers se joindront dans une prochaine version. En attendant, indiquez un lien.'),
  computed: 'Calculé à partir de vos réponses',
  notComputed: fr('Se calculera quand les réponses nécessaires seront là.'),
  table: {
    row: (number: number) => `Ligne ${number}`,
    add: 'Ajouter une ligne',
    remove: 'Supprimer la ligne',
    removeNumber: (number: number) => `Supprimer la ligne ${number}`,
    empty: fr('Aucune ligne pour l’instant.'),
    full: (max: number) => `Ce tableau a ses ${max} lignes.`,
  },
  grids: {
    legend: (label: string) => `Grille affichée\u00a0: ${frInSentence(label)}`,
    one: (label: string, number: number) => `${label} ${number}`,
    none: fr('Ajoutez une première grille pour répondre.'),
    add: 'Ajouter une grille',
    adding: 'Ajout…',
    remove: (label: string, number: number) => `Retirer «\u202f${label} ${number}\u202f», vide`,
    removing: 'Retrait…',
  },
  hidden: {
    one: fr('1 question ne se pose pas : elle dépend de vos autres réponses ou de votre profil.'),
    many: (count: number) => fr(`${count} questions ne se posent pas : elles dépendent de vos autres réponses ou de votre profil.`),
  },
  save: {
    saving: 'Enregistrement…',
    saved: (time: string) => `Enregistré à ${time}`,
    offline: 'Hors ligne\u00a0: gardé sur cet appareil',
    failing: fr('L’enregistrement n’a pas abouti. Votre saisie reste ici ; nous réessayons.'),
    signedOut: fr('Votre session est terminée : votre saisie vous attend ici.'),
    signIn: 'Se reconnecter',
    refused: fr('Cette réponse n’a pas été acceptée.'),
    goOn: 'Ouvrir le nouveau diagnostic',
    all: 'Tout est enregistré',
    kept: (count: number) => (count === 1 ? 'Hors ligne\u00a0: 1 réponse gardée ici' : `Hors ligne\u00a0: ${count} réponses gardées ici`),
    trouble: 'Une saisie attend votre attention\u00a0:',
    troubles: (count: number) => `${count} saisies attendent votre attention, d’abord\u00a0:`,
    where: (criterion: string) => (/^[\d.]+$/.test(criterion) ? `critère ${criterion}` : criterion),
    offlineNote: fr('Vous êtes hors ligne. Continuez : vos réponses sont gardées sur cet appareil.'),
    back: (count: number) =>
      fr(count === 1 ? 'De retour en ligne : 1 réponse envoyée.' : `De retour en ligne : ${count} réponses envoyées.`),
    resumed: (count: number) =>
      fr(
        count === 1
          ? 'Une saisie restée sur cet appareil vient d’être reprise.'
          : `${count} saisies restées sur cet appareil viennent d’être reprises.`,
      ),
  },
  pagesTitle: (count: number, kind: string) => (count === 1 ? kind : `Les ${count} ${frPlural(frInSentence(kind))}`),
  pageOf: (kind: string, position: number, count: number, title: string) => `${kind} ${position} sur ${count}\u00a0: ${title}`,
  progress: 'Diagnostic',
  progressOfPage: (kind: string) => `Critères renseignés\u00a0: ${frInSentence(kind)}`,
  progressFigure: (answered: number, applicable: number) => `${answered} sur ${applicable}`,
  next: {
    criterion: (number: string) => (number === '' ? 'Critère suivant' : `Critère ${number}`),
    page: (title: string) => title,
    done: 'Voir la synthèse',
  },
  shortcuts: 'Raccourcis clavier',
} as const
