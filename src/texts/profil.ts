import { fr } from './typography.ts'

/** The profile of an open diagnostic. */
export const profileTexts = {
  title: 'Profil',
  complete: 'Compléter le profil',
  change: 'Modifier le profil',
  lead: (diagnostic: string) => `${diagnostic}. ${fr('Le profil décide des critères qui s’appliquent. Ce qui n’est pas renseigné reste « à confirmer ».')}`,
  promise: fr('Aucune réponse n’est effacée : celles des critères qui ne s’appliquent plus sortent des comptes, et reviennent si le profil change encore.'),
  submit: 'Enregistrer le profil',
  submitting: 'Enregistrement…',
  back: fr('Revenir au diagnostic'),
  notAllowedTitle: fr('Le profil se complète par l’administration'),
  notAllowed: fr('Il décide des critères de tout le diagnostic. Demandez-le à la personne qui administre votre organisation.'),
  none: fr('Ce référentiel ne demande pas de profil'),
  noneText: fr('Tous ses critères se posent à toutes les organisations.'),
} as const
