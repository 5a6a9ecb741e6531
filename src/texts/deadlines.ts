import { frInSentence } from './typography.ts'

/** The words that a deadline’s mark brings itself. Typography is already in place; apart from `ui.ts`, which every page loads. */
export const deadlineTexts = {
  deadline: { late: 'En retard', early: 'En avance', onTime: 'Dans les temps', unknown: 'Non renseigné' },
  declared: 'déclaré',
  computedAs: (label: string) => `calculé\u00a0: ${frInSentence(label)}`,
} as const
