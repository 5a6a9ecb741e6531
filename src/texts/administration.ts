/** The admin's own screens (dashboard, mail outbox, refusal) and what its collections say of themselves. */
import { frDate, frDayOf } from './dates.ts'
import { fr, frList, frNumber, plural } from './typography.ts'

/** The admin is read by the platform's team, in one place. */
const timeZone = 'Europe/Paris'

const clock = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit' })

/** « 23 novembre 2026 à 14:32 ». */
export const momentOf = (instant: Date): string => `${frDayOf(instant, timeZone)} à ${clock.format(instant)}`

/** What each collection holds, above its list. */
export const collectionDescriptions = {
  organisations: fr('Les organisations qui ont un espace. Leur contenu (réponses, plans, parties prenantes) reste chez elles.'),
  users: fr('Une personne a un seul compte, même si elle travaille pour plusieurs organisations.'),
  memberships: fr('Qui fait partie de quelle organisation, et avec quel rôle. On y entre par une invitation.'),
  mandates: fr('Le droit donné à un consultant ou une consultante de saisir pour une organisation, entre deux dates.'),
  establishments: fr('Les lieux d’une organisation. Leur profil décide des critères qui les concernent.'),
  networks: fr('Les têtes de réseau et les personnes qui les animent.'),
  networkMemberships: fr('Quelle organisation est rattachée à quel réseau, et ce qu’elle accepte de lui montrer.'),
  subscriptions: fr('Ce à quoi une organisation ou un réseau est abonné, d’un jour à un autre, tous deux compris.'),
  whiteLabels: fr('Le bandeau et la couleur d’un réseau. Une couleur trop claire pour être lue est refusée.'),
  campaigns: fr('Un exercice d’une organisation, avec ses dates à elle : ce n’est pas une année civile.'),
  diagnostics: fr('Un référentiel rempli pendant une campagne. Il garde pour toujours la version avec laquelle il a commencé.'),
  grids: fr('Une personne rencontrée ou un lieu visité, sans nom.'),
  assessments: fr('Ce qui est dit d’un critère : pratiques, priorité, niveau visé. S’écrit depuis le questionnaire.'),
  answers: fr('La réponse à une question. S’écrit depuis le questionnaire.'),
} as const

/** Payload's sentences that say something else than we do. */
export const payloadTranslations = {
  general: { dashboard: 'Tableau de bord' },
} as const

export const adminMeta = {
  titleSuffix: '· ESS Pratiques',
  description: fr('L’administration de la plateforme ESS Pratiques.'),
  mails: 'E-mails',
  mail: 'Un e-mail',
} as const

/** Names of what the eye sees as a drawing. */
export const adminBrand = { name: 'ESS Pratiques', home: 'Tableau de bord' } as const

export const adminNavTexts = {
  title: 'Plateforme',
  dashboard: 'Tableau de bord',
  studio: 'Studio des référentiels',
  mails: 'E-mails',
} as const

export const refusalTexts = {
  title: 'Cette partie est réservée',
  member: fr(
    'L’administration est réservée à l’équipe de la plateforme. Votre organisation a son propre espace : vous y ' +
      'retrouvez tout votre travail.',
  ),
  visitor: fr('L’administration est réservée à l’équipe de la plateforme. Connectez-vous pour continuer.'),
  staff: fr('Les e-mails contiennent des liens personnels : seule l’administration de la plateforme peut les lire.'),
  toSpace: 'Aller à mon espace',
  toDashboard: 'Revenir au tableau de bord',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
} as const

const daysLeftWords = (days: number): string => {
  if (days === 0) return 'Dernier jour'
  return days === 1 ? 'Plus qu’un jour' : `${frNumber(days)}\u00a0jours`
}

export const dashboardTexts = {
  greeting: (firstName: string) => `Bonjour ${firstName}`,
  signedInAs: { cress: fr('Vous faites partie de l’équipe CRESS.'), admin: fr('Vous administrez la plateforme.') },
  figures: 'La plateforme en chiffres',
  figure: frNumber,
  organisations: { one: 'organisation', many: 'organisations' },
  people: { one: 'personne', many: 'personnes' },
  networks: { one: 'réseau', many: 'réseaux' },
  invitations: { one: 'invitation en attente', many: 'invitations en attente' },
  queuedMails: { one: 'e-mail en attente', many: 'e-mails en attente' },
  failed: (count: number) =>
    count < 2 ? 'Un e-mail n’est pas parti.' : `${frNumber(count)} e-mails ne sont pas partis.`,
  outboxMails: { one: 'e-mail dans la boîte d’envoi', many: 'e-mails dans la boîte d’envoi' },
  seeFailed: fr('Voir ce qui n’est pas parti'),
  shortcuts: 'Raccourcis',
  createNetwork: 'Créer un réseau',
  seeOrganisations: 'Voir les organisations',
  seeMails: 'Voir les e-mails',
  openJournal: 'Ouvrir le journal',
  myAccount: 'Ouvrir mon compte',
  endings: 'Offres découverte qui se terminent',
  endingsLead: fr('Dans les 30 jours. Ensuite, l’espace reste ouvert en lecture.'),
  noEnding: fr('Aucune offre découverte ne se termine dans les 30 jours.'),
  lastDay: (end: string) => `jusqu’au ${frDate(end)}`,
  daysLeft: daysLeftWords,
  moreEndings: (count: number) => `Et ${plural(count, { one: 'autre', many: 'autres' })}\u00a0: voir les abonnements`,
  number: (number: number) => `n°\u00a0${number}`,
  journal: 'Dernières modifications',
  noEntry: fr('Rien n’a encore été modifié. Chaque changement apparaîtra ici, avec son auteur.'),
  staffOnly: fr(
    'Les comptes, les e-mails et le journal sont tenus par l’administration de la plateforme. Demandez-lui ce dont ' +
      'vous avez besoin.',
  ),
} as const

const quoted = (name: string): string => `«\u202f${name}\u202f»`

/** Things of the journal, by collection: with their article, and in front of a name. */
const things: Readonly<Record<string, { readonly bare: string; readonly named: (name: string) => string }>> = {
  organisations: { bare: 'une organisation', named: (name) => `l’organisation ${quoted(name)}` },
  users: { bare: 'un compte', named: (name) => `le compte de ${name}` },
  memberships: { bare: 'une adhésion', named: (name) => `l’adhésion de ${name}` },
  mandates: { bare: 'un mandat', named: (name) => `le mandat de ${name}` },
  establishments: { bare: 'un établissement', named: (name) => `l’établissement ${quoted(name)}` },
  'access-links': { bare: 'un lien d’accès', named: (name) => `le lien d’accès envoyé à ${name}` },
  networks: { bare: 'un réseau', named: (name) => `le réseau ${quoted(name)}` },
  'network-memberships': { bare: 'un rattachement', named: (name) => `le rattachement au réseau ${quoted(name)}` },
  subscriptions: { bare: 'un abonnement', named: (name) => `l’abonnement de ${name}` },
  'white-labels': { bare: 'une marque blanche', named: (name) => `la marque blanche ${quoted(name)}` },
}

/** Fields whose change is worth a word; the others are told in the journal itself. */
const fieldWords: Readonly<Record<string, string>> = {
  name: 'nom', legalForm: 'forme juridique', siret: 'SIRET', sector: 'secteur', headcount: 'effectif', address: 'adresse',
  timeZone: 'fuseau horaire', firstName: 'prénom', lastName: 'nom', email: 'adresse e-mail', staff: 'équipe',
  emailVerifiedAt: 'adresse confirmée', password: 'mot de passe', hash: 'mot de passe', role: 'rôle',
  themeLimits: 'thèmes', managers: 'responsables', sharing: 'niveau de partage', acceptedBy: 'accord',
  joinedOn: 'entrée', leftOn: 'sortie', formula: 'formule', start: 'début', end: 'fin', seats: 'comptes autorisés',
  band: 'bandeau', bandInk: 'texte du bandeau', bandMark: 'signe', accent: 'couleur des liens', line: 'ligne',
  finess: 'numéro FINESS', profile: 'profil', usedAt: 'utilisation', expiresAt: 'expiration', onBehalfOf: 'compte de',
}

const verbs = { create: 'a créé', update: 'a modifié', delete: 'a supprimé' } as const

export type JournalSentence = {
  readonly operation: 'create' | 'update' | 'delete'
  readonly collection: string
  /** What the changed thing is called. */
  readonly title: string | null
  /** Names of the fields that changed, as the collections write them. */
  readonly fields: readonly string[]
}

export const journalTexts = {
  /** Changes that nobody signed: sign-up, seeds, jobs. */
  platform: 'La plateforme',
  /** Somebody whose account is gone. */
  formerPerson: 'Une personne dont le compte a été supprimé',
  onBehalfOf: (name: string) => `pour le compte de ${name}`,
  in: (organisation: string) => `dans ${organisation}`,
  /** « a modifié l’organisation Les Jardins : nom et SIRET ». */
  sentence: ({ operation, collection, title, fields }: JournalSentence): string => {
    const thing = things[collection]
    const what = thing === undefined ? `un élément de ${quoted(collection)}` : title === null ? thing.bare : thing.named(title)
    const words = [...new Set(fields.flatMap((field) => fieldWords[field] ?? []))]
    const detail = operation === 'update' && words.length > 0 ? `\u00a0: ${frList(words)}` : ''
    return `${verbs[operation]} ${what}${detail}`
  },
} as const

export const outboxTexts = {
  title: 'E-mails',
  lead: fr('Ce que la plateforme a envoyé ou va envoyer. Les messages sont gardés 180 jours.'),
  bySmtp: (server: string) =>
    `Les e-mails partent par le serveur ${server}. Une fois remis, leur contenu n’est plus gardé ici.`,
  byFolder: (folder: string) =>
    `Aucun serveur d’envoi n’est configuré\u00a0: rien ne quitte cette machine. Lisez les messages ici ; ils sont aussi ` +
    `écrits dans le dossier\u00a0${folder}.`.replace(' ;', '\u202f;'),
  filter: 'Filtrer par état',
  all: 'Tous',
  state: {
    queued: 'En attente',
    sent: 'Remis au serveur',
    outbox: 'Dans la boîte d’envoi',
    failed: 'En échec',
  },
  columns: { state: 'État', to: 'Destinataire', subject: 'Objet', purpose: 'Motif', when: 'Écrit le', attempts: 'Tentatives' },
  purpose: {
    invitation: 'Invitation',
    welcome: 'Bienvenue',
    password: 'Mot de passe oublié',
    'password-changed': 'Mot de passe changé',
    'first-administrator': 'Premier accès',
    'confirm-email': 'Confirmation d’adresse',
    'trial-ending': 'Fin de l’offre découverte',
  } as Readonly<Record<string, string>>,
  table: 'Les e-mails, du plus récent au plus ancien',
  empty: fr('Aucun e-mail pour l’instant. Le premier partira avec une inscription, une invitation ou un mot de passe oublié.'),
  emptyState: {
    queued: fr('Rien n’attend : tout ce qui devait partir est parti.'),
    sent: fr('Aucun message n’a encore été remis à un serveur d’envoi.'),
    outbox: fr('Aucun message dans la boîte d’envoi.'),
    failed: fr('Aucun échec. Rien à reprendre.'),
  },
  showAll: 'Voir tous les e-mails',
  pages: 'Pages',
  page: (page: number, pages: number) => `Page ${frNumber(page)} sur ${frNumber(pages)}`,
  previous: 'Plus récents',
  next: 'Plus anciens',
} as const

export const mailTexts = {
  to: 'Destinataire',
  state: 'État',
  purpose: 'Motif',
  organisation: 'Organisation',
  written: 'Écrit le',
  delivered: { sent: 'Remis le', outbox: 'Déposé le' },
  attempts: 'Tentatives',
  lastError: 'Dernière erreur',
  links: 'Liens du message',
  linksLead: fr('Un lien est personnel : il ouvre ce que son destinataire peut ouvrir.'),
  versions: 'Versions du message',
  text: 'Version texte',
  html: 'Version mise en forme',
  frame: 'Le message tel que son destinataire le voit',
  back: 'Tous les e-mails',
  resend: 'Renvoyer',
  resendHint: fr('Le message repart dans la file, avec le même contenu et le même lien.'),
  resent: fr('Le message est de nouveau dans la file. Il part dans les secondes qui viennent.'),
  notResent: fr('Ce message n’est plus en échec : il n’y a rien à renvoyer.'),
} as const
