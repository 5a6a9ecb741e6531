import type { PasswordProblem } from '#domain/identity/password.rules.ts'

import { fr } from './typography.ts'

/** What a field says when it has to be corrected: what to do, in one sentence (look.md §9). */
export const formTexts = {
  email: fr('Écrivez une adresse e-mail complète, comme prenom@organisation.fr.'),
  tooLong: fr('Ce texte est trop long. Raccourcissez-le.'),
  passwordMissing: fr('Écrivez votre mot de passe.'),
  organisation: fr('Écrivez le nom de votre organisation.'),
  nameForm: fr('Écrivez ce nom avec au moins une lettre, sans chevrons, guillemets droits ni @.'),
  labelForm: fr('Écrivez ce nom avec au moins une lettre ou un chiffre, sans chevrons.'),
  headcount: fr('Écrivez un nombre entier de salariés, ou laissez vide.'),
  firstName: fr('Écrivez votre prénom.'),
  lastName: fr('Écrivez votre nom.'),
  password: {
    TOO_SHORT: fr('Il faut au moins 12 caractères. Quatre mots qui n’ont rien à voir ensemble suffisent.'),
    TOO_LONG: fr('Ce mot de passe est trop long. Restez sous 1 000 caractères.'),
    TOO_COMMON: fr('Ce mot de passe est trop connu ou trop régulier. Choisissez-en un que personne ne devinerait.'),
    IS_EMAIL: fr('Le mot de passe ne peut pas contenir votre adresse e-mail.'),
  } satisfies Record<PasswordProblem, string>,
} as const

const fields = {
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  passwordRule: fr('Au moins 12 caractères. Une phrase ou quelques mots conviennent très bien.'),
  firstName: 'Prénom',
  lastName: 'Nom',
} as const

/** Access to the platform: signing in, opening a space, passwords, invitations, confirmation. */
export const accountTexts = {
  fields,
  signIn: {
    title: 'Se connecter',
    lead: fr('Retrouvez l’espace de votre organisation.'),
    submit: 'Se connecter',
    busy: 'Connexion…',
    forgotten: fr('Mot de passe oublié ?'),
    noAccount: fr('Votre organisation n’a pas encore d’espace ?'),
    signUp: 'Découvrir pendant 3 mois',
    already: (name: string) => `Votre session est déjà ouverte, au nom de ${name}.`,
    continueTo: 'Continuer',
    toSpace: 'Aller à mon espace',
  },
  signUp: {
    title: fr('Ouvrir l’espace de votre organisation'),
    lead: fr('L’offre découverte : tout le parcours, gratuitement, pendant 3 mois.'),
    organisationGroup: 'Votre organisation',
    personGroup: 'Vous',
    organisation: 'Nom de l’organisation',
    headcount: 'Nombre de salariés',
    headcountHint: fr('Les organisations de moins de 5 salariés ont un tarif réduit après la découverte.'),
    role: fr('Vous administrerez cet espace et pourrez y inviter votre équipe.'),
    emailHint: fr('Votre adresse de travail de préférence. Nous y envoyons un lien de confirmation.'),
    submit: fr('Ouvrir l’espace'),
    busy: 'Ouverture…',
    afterwards: fr('Au bout des trois mois, l’espace passe en lecture seule. Rien n’est effacé, rien n’est prélevé.'),
    hasAccount: fr('Vous avez déjà un compte ?'),
    signIn: 'Se connecter',
    already: (name: string) =>
      `Votre session est ouverte au nom de ${name}. Pour ouvrir un nouvel espace avec une autre adresse, ` +
      'déconnectez-vous d’abord.',
  },
  forgotten: {
    title: fr('Mot de passe oublié'),
    lead: fr('Donnez l’adresse de votre compte : nous vous envoyons un lien pour en choisir un nouveau.'),
    submit: 'Recevoir le lien',
    busy: 'Envoi…',
    sentTitle: 'Regardez votre messagerie',
    sent: fr(
      'Si un compte existe à cette adresse, un message vient de partir. Son lien fonctionne une seule fois, ' +
        'pendant une heure.',
    ),
    notReceived: fr('Rien au bout de cinq minutes ? Regardez dans les indésirables, puis demandez un autre lien.'),
    again: 'Demander un autre lien',
    back: fr('Retour à la connexion'),
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    lead: (email: string) => `Pour le compte ${email}. La connexion suit aussitôt.`,
    submit: 'Enregistrer et me connecter',
    busy: 'Enregistrement…',
    sessions: fr('Les appareils encore connectés à ce compte seront déconnectés.'),
  },
  invitation: {
    pageTitle: 'Invitation',
    title: (organisation: string) => `Rejoindre ${organisation}`,
    platformTitle: 'Administrer la plateforme',
    lead: (invitedBy: string, organisation: string) =>
      `${invitedBy} vous invite à rejoindre l’espace «\u202f${organisation}\u202f».`,
    leadAnonymous: (organisation: string) => `Une place vous attend dans l’espace «\u202f${organisation}\u202f».`,
    platformLead: fr('Ce lien ouvre le premier accès d’administration de la plateforme.'),
    role: (name: string) => `Votre rôle\u00a0: «\u202f${name}\u202f».`,
    address: (email: string) => `L’invitation a été envoyée à ${email}.`,
    newAccount: 'Créer votre compte',
    newAccountLead: (email: string) => `Il servira pour ${email}, que ce lien confirme du même coup.`,
    createAndJoin: fr('Créer mon compte et rejoindre l’équipe'),
    createAndOpen: fr('Créer mon compte et ouvrir l’administration'),
    creating: 'Création…',
    knownAccount: (email: string) => `Vous avez déjà un compte à l’adresse ${email}. Connectez-vous pour rejoindre l’équipe.`,
    signIn: 'Se connecter pour rejoindre',
    ready: (name: string) => `Vous rejoindrez l’équipe en tant que ${name}.`,
    join: fr('Rejoindre l’équipe'),
    joinPlatform: fr('Ouvrir l’administration'),
    joining: 'Un instant…',
    someoneElse: (invited: string, signedIn: string) =>
      `Cette invitation est pour ${invited}, et votre session est ouverte avec ${signedIn}. Déconnectez-vous, puis ` +
      'ouvrez à nouveau le lien.',
    signOut: 'Me déconnecter',
  },
  resendConfirmation: {
    send: 'Renvoyer le message',
    busy: 'Envoi…',
    sent: (email: string) => `Le message est reparti vers ${email}. Regardez aussi parmi les indésirables.`,
  },
  confirmation: {
    title: 'Confirmer votre adresse',
    lead: (email: string) => `Confirmez que ${email} est bien la vôtre.`,
    why: fr('Elle servira à retrouver votre accès si vous perdez votre mot de passe.'),
    submit: 'Confirmer mon adresse',
    busy: 'Confirmation…',
  },
  /** A link that opens nothing: what happened, and what to do. */
  brokenLink: {
    unknownTitle: fr('Ce lien n’ouvre rien'),
    expiredTitle: 'Ce lien a expiré',
    usedTitle: 'Ce lien a déjà servi',
    invitation: {
      LINK_UNKNOWN: fr(
        'Il manque peut-être un morceau de l’adresse : copiez-la en entier depuis le message reçu. Sinon, demandez ' +
          'une nouvelle invitation à la personne qui vous l’a envoyée.',
      ),
      LINK_EXPIRED: fr(
        'Une invitation est valable quatorze jours, et une nouvelle remplace la précédente. Regardez si vous en avez ' +
          'reçu une plus récente, ou demandez à la personne qui vous l’a envoyée de la renvoyer.',
      ),
      LINK_USED: fr(
        'Si c’est vous qui avez accepté l’invitation, connectez-vous. Sinon, elle a été annulée : rapprochez-vous de ' +
          'la personne qui vous l’avait envoyée.',
      ),
    },
    password: {
      LINK_UNKNOWN: fr('Il manque peut-être un morceau de l’adresse : copiez-la en entier, ou demandez un autre lien.'),
      LINK_EXPIRED: fr('Un lien de mot de passe est valable une heure. Demandez-en un autre, il arrive tout de suite.'),
      LINK_USED: fr('Votre mot de passe a été changé avec ce lien. Pour le changer encore, demandez-en un autre.'),
    },
    confirmation: {
      LINK_UNKNOWN: fr('Il manque peut-être un morceau de l’adresse : copiez-la en entier depuis le message reçu.'),
      LINK_EXPIRED: fr(
        'Un lien de confirmation est valable sept jours. « Mot de passe oublié » confirme aussi votre adresse.',
      ),
      LINK_USED: fr('Votre adresse est sans doute déjà confirmée. Vous n’avez rien d’autre à faire.'),
    },
    signIn: 'Se connecter',
    askPassword: 'Demander un autre lien',
    toSpace: 'Aller à mon espace',
    home: fr('Voir la plateforme'),
  },
} as const
