/** The page « Synthèse du diagnostic ». Typography is already in place. */
import { frNumber } from './typography.ts'

const decimal = (value: number): string => frNumber(value, { decimals: Number.isInteger(value) ? 0 : 1 })

/** « 3 », or « 3 – 4 » where the middle falls between two answers; « – » without any. */
export const medianText = (scores: readonly number[]): string => (scores.length === 0 ? '–' : scores.map(decimal).join(' – '))

export const synthesisTexts = {
  title: 'Synthèse du diagnostic',
  chartTitle: (axis: string) => `Maturité par ${axis.toLowerCase()}`,
  series: {
    current: 'Maturité actuelle',
    target: 'Maturité visée',
    previous: 'Démarche précédente',
  },
} as const
