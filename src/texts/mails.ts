import type { Role } from '#domain/rights/rights.rules.ts'

import { labels } from './admin.ts'

/**
 * What the platform's e-mails say. A text is plain sentences: `#server/mail/layout.ts` makes the HTML and
 * the plain text from it, and escapes there. Names that people typed go in as they are.
 */
export type MailText = {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly button?: { readonly label: string; readonly url: string }
  /** After the button. */
  readonly closing: readonly string[]
  /** Why this person receives it, in the foot. */
  readonly reason: string
}

const greet = (firstName?: string): string => (firstName ? `Bonjour ${firstName},` : 'Bonjour,')

const dayFormat = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
})
const timeFormat = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
})

/** « 3 novembre 2026 », with the first of the month as « 1er », on the calendar of Europe/Paris. */
const dayOf = (instant: Date): string => {
  const part = (type: string) =>
    dayFormat.formatToParts(instant).find((entry) => entry.type === type)?.value ?? ''
  const day = part('day') === '1' ? '1er' : part('day')
  return `${day}\u00a0${part('month')} ${part('year')}`
}

/** A calendar day `YYYY-MM-DD`; noon, so that no time zone moves it. */
const calendarDay = (day: string): string => dayOf(new Date(`${day}T12:00:00Z`))

const momentOf = (instant: Date): string => `${dayOf(instant)} à ${timeFormat.format(instant)}`

const onceUntil = (expiresAt?: Date): string =>
  expiresAt
    ? `Ce lien fonctionne une seule fois, jusqu’au ${momentOf(expiresAt)}.`
    : 'Ce lien fonctionne une seule fois.'

export type WelcomeMail = {
  readonly firstName: string
  readonly organisation: string
  /** Confirms the address. */
  readonly link: string
  /** Until when the link opens, where the caller knows. */
  readonly expiresAt?: Date
  /** Last day of the discovery offer, `YYYY-MM-DD`. */
  readonly trialEnd: string
}

export const welcomeMail = ({
  firstName,
  organisation,
  link,
  expiresAt,
  trialEnd,
}: WelcomeMail): MailText => ({
  subject: 'Bienvenue sur ESS Pratiques, confirmez votre adresse',
  greeting: greet(firstName),
  paragraphs: [
    `L’espace de ${organisation} est ouvert. Vous pouvez dès maintenant lancer votre diagnostic, ` +
      'décrire vos pratiques et préparer votre plan d’actions.',
    `Votre offre découverte court jusqu’au ${calendarDay(trialEnd)} inclus, avec tout le parcours.`,
    'Il reste un geste\u00a0: confirmer que cette adresse est la vôtre. Elle servira à retrouver ' +
      'votre accès si vous perdez votre mot de passe.',
  ],
  button: { label: 'Confirmer mon adresse', url: link },
  closing: [onceUntil(expiresAt)],
  reason:
    'Cette adresse vient d’être utilisée pour ouvrir un compte sur ESS Pratiques. Si ce n’est ' +
    'pas vous, ignorez ce message\u00a0: l’adresse ne sera pas confirmée.',
})

export type ConfirmMail = {
  readonly firstName: string
  readonly link: string
  readonly expiresAt: Date
}

/** The confirming link, asked for again. */
export const confirmMail = ({ firstName, link, expiresAt }: ConfirmMail): MailText => ({
  subject: 'Confirmez votre adresse',
  greeting: greet(firstName),
  paragraphs: [
    'Voici le lien que vous avez demandé\u00a0: il confirme que cette adresse est la vôtre. Vous pourrez alors inviter ' +
      'toute votre équipe, et retrouver votre accès si vous perdez votre mot de passe.',
  ],
  button: { label: 'Confirmer mon adresse', url: link },
  closing: [onceUntil(expiresAt)],
  reason: 'Ce message a été demandé depuis votre espace sur ESS Pratiques.',
})

export type InvitationMail = {
  /** Full name of the person who invites. */
  readonly invitedBy: string
  readonly organisation: string
  readonly role: Role
  readonly link: string
  readonly expiresAt: Date
}

const whatRoleDoes: Record<Role, string> = {
  admin: 'vous pourrez tout lire et tout écrire, inviter des collègues et valider la démarche',
  contributor: 'vous pourrez répondre au diagnostic, décrire des pratiques et faire avancer des actions',
  reader: 'vous pourrez tout lire, sans rien modifier',
}

export const invitationMail = ({
  invitedBy,
  organisation,
  role,
  link,
  expiresAt,
}: InvitationMail): MailText => ({
  subject: `${invitedBy} vous invite dans l’espace de ${organisation}`,
  greeting: greet(),
  paragraphs: [
    `${invitedBy} vous invite à rejoindre l’espace de ${organisation} sur ESS Pratiques, où l’équipe ` +
      'conduit sa démarche de progrès.',
    `Votre rôle\u00a0: «\u202f${labels.role[role]}\u202f»\u202f; ${whatRoleDoes[role]}.`,
  ],
  button: { label: 'Rejoindre l’équipe', url: link },
  closing: [
    `L’invitation vous est personnelle et reste ouverte jusqu’au ${momentOf(expiresAt)}. Après cette ` +
      `date, demandez-en une nouvelle à ${invitedBy}.`,
  ],
  reason:
    `${invitedBy} a saisi votre adresse pour vous inviter. Si vous n’attendez pas cette ` +
    'invitation, vous pouvez ignorer ce message\u00a0: aucun compte ne sera créé.',
})

export type PasswordMail = { readonly firstName?: string; readonly link: string }

export const passwordMail = ({ firstName, link }: PasswordMail): MailText => ({
  subject: 'Choisir un nouveau mot de passe',
  greeting: greet(firstName),
  paragraphs: ['Vous avez demandé à choisir un nouveau mot de passe pour votre compte ESS Pratiques.'],
  button: { label: 'Choisir un mot de passe', url: link },
  closing: [
    'Ce lien fonctionne une seule fois, pendant une heure.',
    'Vous n’avez rien demandé\u202f? Votre mot de passe actuel reste valable et vous n’avez rien à faire.',
  ],
  reason: 'Quelqu’un a saisi votre adresse sur la page «\u202fMot de passe oublié\u202f».',
})

export type PasswordChangedMail = {
  readonly firstName?: string
  /** The page where a new password is asked for. */
  readonly resetPage?: string
}

export const passwordChangedMail = ({ firstName, resetPage }: PasswordChangedMail): MailText => ({
  subject: 'Votre mot de passe a changé',
  greeting: greet(firstName),
  paragraphs: [
    'Le mot de passe de votre compte ESS Pratiques vient d’être changé. Les appareils qui étaient ' +
      'connectés ont été déconnectés.',
    'Si c’est vous, tout est en ordre. Sinon, choisissez tout de suite un nouveau mot de passe, puis ' +
      'prévenez la personne qui administre votre espace.',
  ],
  ...(resetPage === undefined ? {} : { button: { label: 'Choisir un autre mot de passe', url: resetPage } }),
  closing: [],
  reason: 'Nous prévenons toujours d’un changement de mot de passe, par sécurité.',
})

export type FirstAdministratorMail = { readonly link: string; readonly expiresAt?: Date }

export const firstAdministratorMail = ({ link, expiresAt }: FirstAdministratorMail): MailText => ({
  subject: 'Votre accès d’administration à ESS Pratiques',
  greeting: greet(),
  paragraphs: [
    'Une plateforme ESS Pratiques vient d’être installée et votre adresse a été désignée pour l’administrer.',
    'Ouvrez le lien pour choisir votre nom et votre mot de passe.',
  ],
  button: { label: 'Ouvrir l’administration', url: link },
  closing: [onceUntil(expiresAt)],
  reason: 'La personne qui a installé la plateforme a indiqué votre adresse.',
})

export type TrialEndingMail = {
  readonly firstName: string
  readonly organisation: string
  readonly daysLeft: 30 | 7 | 1
  /** Last day of the offer, `YYYY-MM-DD`. */
  readonly end: string
  readonly link: string
}

const leftInSubject: Record<TrialEndingMail['daysLeft'], string> = {
  30: 'Il reste un mois à votre offre découverte',
  7: 'Il reste une semaine à votre offre découverte',
  1: 'Votre offre découverte se termine demain',
}

export const trialEndingMail = ({
  firstName,
  organisation,
  daysLeft,
  end,
  link,
}: TrialEndingMail): MailText => ({
  subject: leftInSubject[daysLeft],
  greeting: greet(firstName),
  paragraphs: [
    `L’offre découverte de ${organisation} se termine le ${calendarDay(end)} au soir.`,
    'Ensuite, votre espace reste ouvert en lecture et vous pouvez exporter tout ce que vous y avez ' +
      'écrit. Rien n’est effacé.',
    'Pour continuer à écrire, choisissez une formule. Votre travail reprend là où vous l’avez laissé.',
  ],
  button: { label: 'Voir les formules', url: link },
  closing: [],
  reason: `Vous administrez l’espace de ${organisation}.`,
})

/** Under every mail. */
export const mailFoot = {
  button: 'Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur\u00a0:',
  automatic: 'Ce message est envoyé automatiquement.',
  by: 'propulsé par ESS Pratiques',
}

/** What takes the place of a delivered mail's body. */
export const deliveredNote = (at: Date): string =>
  `Message remis au serveur d’envoi le ${momentOf(at)}. Son contenu n’est plus conservé\u00a0: il ` +
  'pouvait porter un lien personnel.'

type Failure = {
  readonly kind: 'refused' | 'credentials' | 'unreachable' | 'storage' | 'other'
  readonly detail: string
}

const failureWords: Record<Failure['kind'], string> = {
  refused: 'Le serveur d’envoi a refusé ce message',
  credentials: 'Le serveur d’envoi refuse notre identifiant ou notre mot de passe',
  unreachable: 'Le serveur d’envoi ne répond pas',
  storage: 'Le dossier des messages n’a pas pu être écrit',
  other: 'L’envoi n’a pas abouti',
}

/** Why a mail was not delivered, for the platform's administrators. */
export const failureSentence = ({ kind, detail }: Failure): string => `${failureWords[kind]}\u00a0: ${detail}`

/** A mail whose job is gone: the queue gave up while no worker was there to say why. */
export const abandonedSentence =
  'L’envoi a été abandonné\u00a0: plus aucune tâche ne s’en occupe. Un travailleur s’est sans doute ' +
  'arrêté pendant la dernière tentative.'
