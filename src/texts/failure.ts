import { fr } from './typography.ts'

/** What a page says that failed on our side. Apart from the rest: every page carries it. */
export const failureTexts = {
  title: fr('Cette page n’a pas pu s’afficher'),
  lead: fr(
    'Le problème vient de notre côté. Rien de ce que vous avez enregistré n’est perdu. Essayez à nouveau ; ' +
      'si cela se reproduit, signalez-le avec l’heure et l’adresse de la page.',
  ),
  retry: 'Essayer à nouveau',
  toHome: fr('Retour à l’accueil'),
  reference: (digest: string) => `${fr('Repère à donner :')} ${digest}`,
} as const
