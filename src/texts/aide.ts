import { fr } from './typography.ts'

/** Headings of a référentiel's help, which comes a moment after the page. */
export const helpTexts = {
  about: fr('De quoi parle-t-on ?'),
  stakes: 'Les enjeux',
  questions: 'Questions inspirantes',
  examples: 'Exemples',
  evidence: 'Preuves attendues',
  evidenceFrom: (level: string) => `à partir du niveau «\u202f${level}\u202f»`,
  evidenceRequired: 'indispensable',
  resources: 'Ressources',
  indicators: 'Indicateurs possibles',
} as const
