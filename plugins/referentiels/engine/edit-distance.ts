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
