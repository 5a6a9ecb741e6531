import { fr } from './typography.ts'

/** The list of one's spaces, the welcome page of an organisation, and its notices. */
export const spaceTexts = {
  list: {
    title: 'Vos espaces',
    lead: fr('Choisissez l’organisation pour laquelle vous travaillez.'),
    member: 'Vous faites partie de l’équipe',
    mandate: 'Vous saisissez pour cette organisation',
    number: (number: number) => `n°\u00a0${number}`,
    emptyTitle: 'Vous n’êtes dans aucun espace pour l’instant',
    empty: (email: string) =>
      'Demandez à la personne qui administre l’espace de votre organisation de vous inviter à l’adresse ' +
      `${email}. L’invitation arrive par message.`,
    headTitle: fr('Vous animez un réseau'),
    head: fr(
      'Vos adhérents travaillent chacun dans leur espace. Le tableau de bord du réseau (comptes, avancement, vue consolidée) ' +
        'arrivera sur cette page : il n’est pas encore ouvert.',
    ),
    headNow: (email: string) =>
      'Dès maintenant\u00a0: pour ajouter un adhérent à votre réseau ou changer son bandeau, écrivez à l’équipe de la plateforme\u00a0; pour ' +
      `suivre un adhérent de près, demandez-lui de vous inviter en lecture à l’adresse ${email}.`,
    toOffer: fr('Voir ce que la plateforme propose'),
    emptyStaff: fr('Votre travail se passe dans l’administration de la plateforme.'),
    open: fr('Ouvrir l’administration'),
    signOut: 'Se connecter avec une autre adresse',
  },
  placeDetail: 'Démarche à lancer',
  pageTitle: 'Accueil',
  hello: (firstName: string) => `Bonjour ${firstName}`,
  start: fr('Pour démarrer, lancez votre diagnostic !'),
  inviteTeam: 'Inviter mon équipe',
  seeTeam: fr('Voir l’équipe'),
  otherSpaces: 'Voir mes autres espaces',
  soon: 'Bientôt',
  tiles: {
    diagnostic: {
      title: 'Votre diagnostic',
      text: fr(
        'Pas encore lancé. Vous répondrez critère par critère, à votre rythme et à plusieurs.',
      ),
    },
    stakeholders: {
      title: 'Vos parties prenantes',
      text: fr('Votre carte est vide. Qui compte pour vous : usagers, partenaires, financeurs, voisins ?'),
      next: fr('À préparer : une première liste de noms.'),
    },
    practices: {
      title: 'Vos bonnes pratiques',
      text: fr('Rien d’écrit pour l’instant. Trois phrases par critère suffiront pour commencer.'),
    },
    engagements: {
      title: 'Vos engagements',
      text: fr('Aucune action pour l’instant. Elles naîtront des critères que vous aurez choisis de faire avancer.'),
      next: fr('À préparer : vos projets déjà décidés.'),
    },
  },
  tilesNote: fr('Les écrans des parties prenantes et des engagements ouvrent dans les prochaines versions.'),
  cycle: {
    start: 'Lancer le diagnostic',
    begin: 'Commencer',
    resume: 'Reprendre',
    resumeAt: (number: string) => `Reprendre au critère ${number}`,
    continue: 'Continuer',
    readAgain: 'Relire',
    read: 'Lire',
    describe: 'Décrire',
    discover: 'Découvrir',
    left: (count: number) => (count === 1 ? 'Il reste 1 critère à renseigner.' : `Il reste ${count} critères à renseigner.`),
    leftBefore: (count: number, day: string) =>
      `Il reste ${count} critère${count > 1 ? 's' : ''} avant l’assemblée générale du ${day}.`,
    complete: fr('Tous les critères sont renseignés : décrivez vos pratiques et choisissez vos priorités.'),
    completeToRead: fr('Tous les critères sont renseignés : lisez les réponses, les pratiques et la synthèse.'),
    closed: fr('Votre dernière démarche est terminée : tout se lit ici.'),
    named: (diagnostic: string, sentence: string) => `${diagnostic}. ${sentence}`,
    others: (count: number) => fr(count === 1 ? 'Un autre diagnostic est en cours.' : `${count} autres diagnostics sont en cours.`),
    criteria: (answered: number, applicable: number) => `${answered} critère${answered > 1 ? 's' : ''} sur ${applicable}`,
    filled: (answered: number) => (answered > 1 ? 'renseignés.' : 'renseigné.'),
    running: (theme: string) => `Le thème «\u202f${theme}\u202f» est en cours.`,
    described: (count: number) => (count === 1 ? '1 pratique décrite' : `${count} pratiques décrites`),
    toPlan: (count: number) => (count === 0 ? '.' : `. ${count === 1 ? '1 critère est' : `${count} critères sont`} à porter au plan d’actions.`),
  },
  assigned: {
    title: 'Ce qui m’est confié',
    emptyTitle: 'Rien ne vous attend',
    empty: fr('Les critères et les actions que l’on vous confiera arriveront ici, avec leur échéance.'),
    emptyReader: fr('Vous pouvez tout lire ici. Pour participer, demandez un rôle de contribution à votre équipe.'),
  },
  team: {
    title: fr('L’équipe'),
    alone: 'Vous, pour l’instant.',
    count: (count: number) => `${count} personnes`,
    text: fr('Une démarche se mène à plusieurs. Voyez qui a accès à cet espace, et avec quel rôle.'),
    manage: fr('Une démarche se mène à plusieurs. Invitez celles et ceux qui savent comment les choses se passent.'),
  },
  subscription: {
    trial: (end: string) => `Votre offre découverte court jusqu’au ${end} inclus, avec tout le parcours.`,
    running: (end: string) => `Votre abonnement court jusqu’au ${end} inclus.`,
    daysLeft: (days: number) =>
      days === 0 ? 'C’est le dernier jour.' : days === 1 ? 'Il reste 1 jour.' : `Il reste ${days} jours.`,
    trialOver: (end: string) => `Votre offre découverte s’est terminée le ${end}.`,
    over: (end: string) => `Votre abonnement s’est terminé le ${end}.`,
    readOnly: fr(
      'Tout reste lisible et rien n’est effacé ; pour écrire à nouveau, prenez un abonnement auprès de votre réseau ' +
        'ou de l’équipe ESS Pratiques.',
    ),
    none: fr(
      'Cet espace n’a pas encore d’abonnement : vous pouvez tout lire. Pour écrire, rapprochez-vous de votre réseau ' +
        'ou de l’équipe ESS Pratiques.',
    ),
    seePrices: 'Voir les tarifs',
  },
  emailToConfirm: {
    text: (email: string) =>
      `Il reste à confirmer votre adresse ${email}\u00a0: ouvrez le message que nous vous avons envoyé.`,
    why: fr('Elle sert à retrouver votre accès si vous perdez votre mot de passe, et à inviter plus de trois personnes.'),
  },
  onBehalf: (organisation: string, onBehalfOf: string) =>
    onBehalfOf === organisation
      ? `Vous saisissez pour ${organisation}. Ce que vous écrivez porte votre nom et celui de l’organisation.`
      : `Vous saisissez pour ${organisation}, au nom de ${onBehalfOf}. Ce que vous écrivez porte les deux noms.`,
} as const
