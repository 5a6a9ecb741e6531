/** Longer words aren't compared: the cost grows with the product of the lengths. */
const longestWord = 64

/** Insertions, removals, replacements and swaps of neighbours that lead from one word to the other. */
export const editDistance = (one: string, other: string): number => {
  const [from, to] = [Array.from(one), Array.from(other)]
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  from.forEach((letter, row) => {
    const line = [row + 1]
    to.forEach((wanted, column) => {
      const replaced = (last[column] ?? 0) + (letter === wanted ? 0 : 1)
      const changed = Math.min((last[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1, replaced)
      const isSwapped = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted
      line.push(isSwapped ? Math.min(changed, (beforeLast[column - 1] ?? 0) + 1) : changed)
    })
    beforeLast = last
    last = line
  })
  return last[to.length] ?? 0
}

/** Case and accents weigh nothing: `Repondu` is `répondu` to who reads it. */
const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The candidate that a misspelt word most likely meant, at one change for three letters; the first of equals, and
 * undefined where none is near.
 */
export const closestTo = (word: string, candidates: Iterable<string>): string | undefined => {
  if (word.length > longestWord) return undefined
  const typed = bare(word)
  let nearest: string | undefined
  let fewest = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > fewest) continue
    const changes = editDistance(typed, bare(candidate))
    if (changes < fewest) {
      nearest = candidate
      fewest = changes
    }
  }
  return nearest
}
