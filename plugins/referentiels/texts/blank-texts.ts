/** What a blank référentiel begins with, in words that its author replaces. */
export const blankTexts = {
  levels: ['Thème', 'Critère'],
  scale: 'Niveaux de maturité',
  values: ['Non engagé', 'Initié', 'En cours', 'Maîtrisé', 'Exemplaire'],
  first: (level: string): string => `${level} 1`,
} as const
