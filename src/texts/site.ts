import { fr } from './typography.ts'

/** What every page of the site says around its own content, and what a page says that cannot be shown. */
export const siteTexts = {
  name: 'ESS Pratiques',
  titleTemplate: '%s · ESS Pratiques',
  description: fr(
    'La plateforme dédiée à la mise en place et au suivi des démarches d’amélioration des acteurs de l’ESS.',
  ),
  footer: {
    line: fr('ESS Pratiques accompagne les démarches d’utilité sociale et d’amélioration des acteurs de l’ESS.'),
    home: fr('Présentation de la plateforme'),
    prices: 'Tarifs',
  },
  notFound: {
    title: fr('Cette page n’est pas là'),
    lead: fr(
      'L’adresse a peut-être une faute de frappe, ou la page se trouve dans un espace auquel vous n’avez pas accès.',
    ),
    signedOut: fr('Si c’est un espace que vous connaissez, connectez-vous d’abord.'),
    signedIn: fr(
      'Si une personne de votre équipe vous a donné ce lien, demandez-lui de vous inviter dans cet espace.',
    ),
    toSpaces: 'Aller à mon espace',
    toSignIn: 'Se connecter',
    toHome: fr('Retour à l’accueil'),
  },
} as const
