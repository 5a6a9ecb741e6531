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
} as const
