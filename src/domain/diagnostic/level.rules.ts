/**
 * How the values of a scale are shown and reached by the keyboard, whatever their number: ranks among what counts,
 * the star, marks, keys; on screen and on paper alike. Decides nothing about scores.
 */

export type ScaleValueFacts = {
  readonly code: string
  /** Null: outside the scale's order (« non concerné », « réponse inadaptée »). */
  readonly score: number | null
  readonly symbol: string | null
}

export type Level = {
  readonly code: string
  /** From 1, the lowest of the values that count; null for the others and for the star. */
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

/** The format's code for a star is `*`; it counts as the highest (`referentiel-format.md` §1.3). */
const isStarred = ({ code, symbol }: ScaleValueFacts): boolean => code === '*' || symbol === star

/** The values in their order, each with its rank by score and its mark; values of one score share a rank. */
export const levelsOf = (values: readonly ScaleValueFacts[]): readonly Level[] => {
  const scores = [...new Set(values.flatMap((value) => (value.score === null || isStarred(value) ? [] : [value.score])))]
    .sort((one, other) => one - other)
  return values.map((value) => {
    if (isStarred(value)) return { code: value.code, rank: null, isStar: true, mark: star }
    const rank = value.score === null ? null : scores.indexOf(value.score) + 1
    return { code: value.code, rank, isStar: false, mark: markOf(value, rank) }
  })
}

/** How many levels the scale has, the star and what does not count apart. */
export const levelCount = (levels: readonly Level[]): number => levels.reduce((most, { rank }) => Math.max(most, rank ?? 0), 0)

/** A press, as the browser tells it: `code` names the key's place on the board, whatever is printed on it. */
export type KeyPress = { readonly key: string; readonly code: string; readonly shiftKey: boolean }

/** The digit of a press; the upper row of a French board gives « & é " » without Shift, and means its digits too. */
const digitOf = ({ key, code, shiftKey }: KeyPress): string | null => {
  if (/^\d$/.test(key)) return key
  return shiftKey ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null)
}

/**
 * The value that a key chooses: the one whose mark it is; for marks that are no digits, the value at that place.
 * `*` chooses the star.
 */
export const valueOfKey = (levels: readonly Level[], press: KeyPress): string | null => {
  if (press.key === '*') return levels.find(({ isStar }) => isStar)?.code ?? null
  const digit = digitOf(press)
  if (digit === null) return null
  const marked = levels.find(({ mark }) => mark === digit)
  if (marked !== undefined) return marked.code
  const hasDigits = levels.some(({ mark }) => /^\d$/.test(mark))
  return hasDigits ? null : (levels[Number(digit) - 1]?.code ?? null)
}
