import type { Level } from '#domain/diagnostic/level.rules.ts'
import { levelCount, levelsOf } from '#domain/diagnostic/level.rules.ts'
import type { CompiledScaleValue } from '#plugins/referentiels/engine/compile/compiled.ts'

import type { LevelScale, LevelWords } from './synthesis.ts'

/** A level that is reached or aimed at: the how-manieth of how many. */
export type LevelReached = { readonly rank: number; readonly of: number; readonly isStar: boolean }

type ScaleOfValues = { readonly code: string; readonly label: string; readonly values: readonly CompiledScaleValue[] }

/** The levels of an ordered scale in words, as `level.rules.ts` ranks them; the star and what counts in no mean apart. */
export const levelScaleOf = ({ code, label, values }: ScaleOfValues): LevelScale => {
  const levels = levelsOf(values)
  const wordsWhere = (is: (level: Level) => boolean): readonly LevelWords[] =>
    values.flatMap(({ code, label, description, score }, place) =>
      levels.slice(place, place + 1).filter(is).map(({ mark }) => ({ code, label, description, score, mark })),
    )
  return {
    code,
    label,
    levels: Array.from({ length: levelCount(levels) }, (_, below) => below + 1)
      .flatMap((wanted) => wordsWhere(({ rank }) => rank === wanted).slice(0, 1)),
    star: wordsWhere(({ isStar }) => isStar).at(0) ?? null,
    aside: wordsWhere(({ rank, isStar }) => rank === null && !isStar),
  }
}

/** Where a value stands on its scale; null for one without a score or that the scale doesn't have. */
export const levelOfValue = ({ levels, star }: LevelScale, value: CompiledScaleValue | undefined): LevelReached | null => {
  if (value === undefined || value.score === null) return null
  const of = levels.length
  if (star?.code === value.code) return { rank: of, of, isStar: true }
  const below = levels.findIndex(({ score }) => score === value.score)
  return below === -1 ? null : { rank: below + 1, of, isStar: false }
}
