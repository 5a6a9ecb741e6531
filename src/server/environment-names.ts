/**
 * Below this length a changed letter makes another word (HOST, POST), and so does a mixed order (DEMO, MODE): only
 * two neighbours that changed places, or the case, are a slip.
 */
const shortName = 6

/**
 * The given names that look like a known one which is not given: `DATABSE_URL`, `database_url`. Names that
 * resemble nothing belong to other programs and are none of our business.
 */
export const misspelledNames = ({
  given,
  known,
}: {
  readonly given: readonly string[]
  readonly known: readonly string[]
}): readonly { readonly name: string; readonly meant: string }[] => {
  const missing = known.filter((name) => !given.includes(name))
  return given
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = missing.find((candidate) => resembles(name, candidate))
      return meant === undefined ? [] : [{ name, meant }]
    })
}

const resembles = (name: string, known: string): boolean => {
  const upper = name.toUpperCase()
  if (Math.abs(upper.length - known.length) > 2) return false
  const distance = editDistance(upper, known)
  if (known.length < shortName) return distance <= 1 && sortedLetters(upper) === sortedLetters(known)
  return distance <= (known.length < 10 ? 1 : 2)
}

const sortedLetters = (word: string): string => [...word].sort().join('')

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
const editDistance = (from: string, to: string): number => {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    rows.push(current)
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return at(from.length, to.length)
}
