import type { Aggregate } from '../document/scoring.schema.ts'

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

const counted = (values: Float64Array, weights: Float64Array, terms: readonly number[]): readonly number[] =>
  terms.flatMap((term) => {
    const value = values[term] ?? Number.NaN
    return Number.isNaN(value) || !((weights[term] ?? 0) > 0) ? [] : [value]
  })

/**
 * Gathers the scores of some terms into one. What has no score (NaN), or no weight, leaves numerator and denominator;
 * nothing gathered gives NaN, never 0. Least, greatest and middle scores don't look at weights beyond that; a sum
 * multiplies by them. Terms are added in their order, so that the same scores give the same bits.
 */
export const gather = (
  method: Aggregate['method'],
  terms: readonly number[],
  values: Float64Array,
  weights: Float64Array,
): number => {
  if (method !== 'weightedMean' && method !== 'sum') return ofRank(method, counted(values, weights, terms))
  let sum = 0
  let total = 0
  for (const term of terms) {
    const value = values[term] ?? Number.NaN
    const weight = weights[term] ?? 0
    if (value !== value || !(weight > 0)) continue
    sum += value * weight
    total += weight
  }
  if (total === 0) return Number.NaN
  return method === 'sum' ? sum : sum / total
}

const ofRank = (method: 'median' | 'min' | 'max' | 'none', values: readonly number[]): number => {
  if (values.length === 0) return Number.NaN
  switch (method) {
    case 'median':
      return median(values)
    case 'min':
      return values.reduce((least, value) => Math.min(least, value))
    case 'max':
      return values.reduce((greatest, value) => Math.max(greatest, value))
    case 'none':
      return Number.NaN
  }
}
