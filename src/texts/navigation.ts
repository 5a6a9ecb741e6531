import { fr } from './typography.ts'

/** The words of the bars and menus. */
export const navigationTexts = {
  home: 'Accueil',
  diagnostic: 'Diagnostic',
  practices: 'Bonnes pratiques',
  team: 'Équipe',
  prices: 'Tarifs',
  signIn: 'Se connecter',
  signUp: 'Ouvrir un espace',
  signOut: 'Se déconnecter',
  signingOut: 'Déconnexion…',
  mySpace: 'Mon espace',
  allSpaces: 'Tous mes espaces',
  administration: 'Administration',
  unsent: {
    title: (count: number) =>
      fr(count === 1 ? 'Se déconnecter et perdre une saisie ?' : `Se déconnecter et perdre ${count} saisies ?`),
    text: fr('Elles n’ont pas pu être enregistrées et n’existent que sur cet appareil, d’où elles seraient effacées. Restez ici pour les retrouver : elles partiront dès que possible.'),
    away: fr('Vous êtes hors ligne : la déconnexion attendra le retour du réseau. Ce que vous avez saisi partira alors d’abord.'),
    stay: 'Rester ici',
    leave: 'Effacer et se déconnecter',
  },
} as const
