import { fr } from './typography.ts'

/** The preview of a draft, inside the studio and by itself. */
export const previewTexts = {
  place: 'Aperçu',
  note: (errors: number) =>
    errors === 0
      ? fr('Aperçu d’un brouillon : ce que l’on y répond n’est pas gardé.')
      : fr(`Aperçu d’un brouillon qui a encore ${errors} erreur${errors > 1 ? 's' : ''} : ce que l’on y répond n’est pas gardé.`),
  notYet: 'L’aperçu n’est pas encore possible',
  notYetText: (errors: number) =>
    fr(`Le brouillon a ${errors} erreur${errors > 1 ? 's' : ''} qui empêche${errors > 1 ? 'nt' : ''} de le montrer. Les contrôles du studio disent où.`),
  empty: fr('Rien à montrer pour l’instant'),
  emptyText: fr('Ajoutez au plan un élément auquel on répond, ou choisissez un autre profil.'),
  organisation: fr('Une organisation'),
  campaign: 'Aperçu du brouillon',
  fileName: (title: string) => `Aperçu ${title}`,
} as const
