/** The words that charts and their tables bring themselves. Typography is already in place; apart from `ui.ts`, which every page loads. */
export const chartTexts = {
  table: 'Voir les chiffres en tableau',
  axis: 'Thème',
  levelColumn: (level: number) => `Niveau ${level}`,
  starColumn: 'Niveau optimisé',
  levelsOrder: 'du moins au plus avancé',
  aside: 'Hors calcul',
} as const
