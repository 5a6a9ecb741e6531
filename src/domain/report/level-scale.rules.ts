import type { CompiledScaleValue } from '#plugins/referentiels/engine/compile/compiled.ts'

import type { LevelScale, LevelWords } from './synthesis.ts'

/** A level as it is shown: the how-manieth of how many. */
export type Level = { readonly rank: number; readonly of: number; readonly isStar: boolean }

type ScaleOfValues = { readonly code: string; readonly label: string; readonly values: readonly CompiledScaleValue[] }

const wordsOf = ({ code, label, description, score }: CompiledScaleValue): LevelWords => ({ code, label, description, score })

const scoresOf = (values: readonly CompiledScaleValue[]): readonly number[] =>
  [...new Set(values.flatMap(({ score }) => (score === null ? [] : [score])))].sort((one, other) => one - other)

/**
 * The levels of an ordered scale: values with a score, by score. A further value with the highest score stands above
 * it (`referentiel-format.md` §1.3: `*` counts as the highest); one without score counts in no mean.
 */
export const levelScaleOf = ({ code, label, values }: ScaleOfValues): LevelScale => {
  const scores = scoresOf(values)
  const highest = values.filter(({ score }) => score !== null && score === scores.at(-1))
  return {
    code,
    label,
    levels: scores.flatMap((score) => values.filter((value) => value.score === score).slice(0, 1).map(wordsOf)),
    star: highest.slice(1, 2).map(wordsOf).at(0) ?? null,
    aside: values.filter(({ score }) => score === null).map(wordsOf),
  }
}

/** Where a value stands on its scale; null for one without a score or that the scale doesn't have. */
export const levelOfValue = (scale: LevelScale, value: CompiledScaleValue | undefined): Level | null => {
  if (value === undefined || value.score === null) return null
  const index = scale.levels.findIndex(({ score }) => score === value.score)
  return index === -1 ? null : { rank: index + 1, of: scale.levels.length, isStar: scale.star?.code === value.code }
}
