/**
 * How the values of a scale are shown and reached by the keyboard, whatever their number: ranks among what counts,
 * marks, keys. Decides nothing about scores.
 */

export type ScaleValueFacts = {
  readonly code: string
  /** Null: outside the scale's order (« non concerné », « réponse inadaptée »). */
  readonly score: number | null
  readonly symbol: string | null
}

export type Level = {
  readonly code: string
  /** From 1 among the values that count; null for the others and for the star. */
  readonly rank: number | null
  /** Above the last level and outside its colours. */
  readonly isStar: boolean
  /** At most three characters, on the round. */
  readonly mark: string
}

const star = '★'
const longestMark = 3

const markOf = ({ code, symbol }: ScaleValueFacts, rank: number | null): string => {
  const own = symbol ?? code
  return own.length <= longestMark ? own : rank === null ? own.slice(0, longestMark) : String(rank)
}

/** The values in their order, each with its rank and mark. The format's code for a star is `*`. */
export const levelsOf = (values: readonly ScaleValueFacts[]): readonly Level[] => {
  let rank = 0
  return values.map((value) => {
    const isStar = value.code === '*' || value.symbol === star
    if (isStar) return { code: value.code, rank: null, isStar, mark: star }
    const own = value.score === null ? null : (rank += 1)
    return { code: value.code, rank: own, isStar, mark: markOf(value, own) }
  })
}

/** How many levels the scale has, the star and what does not count apart. */
export const levelCount = (levels: readonly Level[]): number => levels.filter(({ rank }) => rank !== null).length

/**
 * The value that a key chooses: the one whose mark it is; for marks that are no digits, the value at that place.
 * `*` chooses the star.
 */
export const valueOfKey = (levels: readonly Level[], key: string): string | null => {
  if (key === '*') return levels.find(({ isStar }) => isStar)?.code ?? null
  if (!/^\d$/.test(key)) return null
  const marked = levels.find(({ mark }) => mark === key)
  if (marked !== undefined) return marked.code
  const hasDigits = levels.some(({ mark }) => /^\d$/.test(mark))
  return hasDigits ? null : (levels[Number(key) - 1]?.code ?? null)
}
