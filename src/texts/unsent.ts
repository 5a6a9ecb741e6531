/** What is asked of who signs out while something of theirs is not saved: rare, and loaded when it happens. */
import { fr } from './typography.ts'

export const unsentTexts = {
  title: (count: number) =>
    fr(count === 1 ? 'Se déconnecter et perdre une saisie ?' : `Se déconnecter et perdre ${count} saisies ?`),
  text: fr('Ce que vous avez saisi n’a pas pu être enregistré et n’existe que sur cet appareil, d’où il serait effacé. Restez ici pour le retrouver : il partira dès que possible.'),
  away: fr('Vous êtes hors ligne : la déconnexion attendra le retour du réseau. Ce que vous avez saisi partira alors d’abord.'),
  stay: 'Rester ici',
  leave: 'Effacer et se déconnecter',
} as const
