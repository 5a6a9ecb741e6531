/** What is told of the keys that choose a level; apart from `level.rules.ts`, which a page needs before anybody asks. */
import type { Level } from './level.rules.ts'

/** The digits that choose a value of a scale, in its order: « 1 2 3 4 5 ». */
export const keysOf = (levels: readonly Level[]): readonly string[] => {
  const digits = levels.flatMap(({ mark }) => (/^\d$/.test(mark) ? [mark] : []))
  return digits.length > 0 ? digits : levels.slice(0, 9).map((_level, place) => String(place + 1))
}
