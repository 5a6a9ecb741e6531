/** What the keys of the questionnaire do: loaded when somebody asks. */
import { fr } from './typography.ts'

export const shortcutTexts = {
  title: 'Raccourcis clavier',
  lead: fr('Ils agissent quand aucun champ de texte n’a la main. Tout se fait aussi avec Tab, les flèches et Espace.'),
  list: [
    { keys: ['J', '↓'], does: 'aller au critère suivant' },
    { keys: ['K', '↑'], does: 'aller au critère précédent' },
    { keys: ['Entrée'], does: 'ouvrir le critère où l’on se trouve' },
    { keys: ['?'], does: 'afficher cette aide' },
  ],
  level: 'choisir ce niveau dans le critère ouvert',
  enable: 'Utiliser ces raccourcis',
  close: 'Fermer',
  star: { keys: ['*'], does: 'choisir le niveau optimisé, s’il existe' },
} as const
