/**
 * Two people changed one text: both changes in one text, line by line. One rule for server and browser: the server
 * joins what it is sent, the browser what was typed since and what « Garder les deux » keeps. It says whether the two
 * contradict each other; whether to ask is the caller's.
 */

export type MergedText = {
  readonly text: string
  /** Both changed the same lines: `text` then holds both versions, theirs first. */
  readonly contradicts: boolean
}

type Hunk = {
  /** Lines of the base that the hunk replaces: from `start` (included) to `end` (excluded). */
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/** Above this product of line counts a table of common lines is too large: texts are then put one after the other. */
const largestTable = 4_000_000

/**
 * The text that holds what `mine` and `theirs` each changed in the text that both started from. Where both changed the
 * same lines, both versions stand one after the other, theirs first; identical changes stand once.
 */
export const mergeTexts = ({ started, mine, theirs }: {
  readonly started: string
  readonly mine: string
  readonly theirs: string
}): MergedText => {
  if (mine === theirs || started === mine) return { text: theirs, contradicts: false }
  if (started === theirs) return { text: mine, contradicts: false }
  const [before, ours, others] = [linesOf(started), linesOf(mine), linesOf(theirs)]
  const isLarge = before.length * Math.max(ours.length, others.length) > largestTable
  if (isLarge) return { text: `${theirs}\n\n${mine}`, contradicts: true }
  const { lines, contradicts } = merge(before, changes(before, ours), changes(before, others))
  return { text: lines.join('\n'), contradicts }
}

/** A text in parts: what it has in common with another one, and what it has alone, word by word. */
export const differences = (from: string, to: string): readonly { readonly text: string; readonly isNew: boolean }[] => {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  if (before.length * after.length > largestTable) return [{ text: to, isNew: false }]
  let place = 0
  const parts = changes(before, after).flatMap(({ start, end, lines }) => {
    const same = before.slice(place, start).join('')
    place = end
    return [{ text: same, isNew: false }, { text: lines.join(''), isNew: true }]
  })
  return [...parts, { text: before.slice(place).join(''), isNew: false }].filter(({ text }) => text !== '')
}

/** Words and the spaces between them. */
const wordsOf = (text: string): readonly string[] => text.split(/(\s+)/).filter((word) => word !== '')

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/\r?\n/))

/** The hunks that turn `before` into `after`, from a longest common subsequence of lines. */
const changes = (before: readonly string[], after: readonly string[]): readonly Hunk[] => {
  const common = commonTable(before, after)
  const width = after.length + 1
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  const hunks: Hunk[] = []
  let [row, column] = [0, 0]
  let open: { start: number; lines: string[] } | null = null
  const close = () => {
    if (open !== null) hunks.push({ start: open.start, end: row, lines: open.lines })
    open = null
  }
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      close()
      row += 1
      column += 1
      continue
    }
    open ??= { start: row, lines: [] }
    if (column < after.length && (row === before.length || at(row, column + 1) >= at(row + 1, column))) {
      open.lines.push(after[column] ?? '')
      column += 1
    } else {
      row += 1
    }
  }
  close()
  return hunks
}

const commonTable = (before: readonly string[], after: readonly string[]): Uint32Array => {
  const width = after.length + 1
  const table = new Uint32Array((before.length + 1) * width)
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      table[row * width + column] =
        before[row] === after[column]
          ? (table[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0)
    }
  }
  return table
}

const merge = (
  base: readonly string[],
  mine: readonly Hunk[],
  theirs: readonly Hunk[],
): { readonly lines: readonly string[]; readonly contradicts: boolean } => {
  const merged: string[] = []
  let contradicts = false
  let [line, own, other] = [0, 0, 0]
  for (;;) {
    const start = Math.min(mine[own]?.start ?? Infinity, theirs[other]?.start ?? Infinity)
    if (start === Infinity) break
    merged.push(...base.slice(line, start))
    let end = start
    const [ownFrom, otherFrom] = [own, other]
    // Hunks that touch form one region: it grows until no hunk begins inside it.
    for (let grows = true; grows;) {
      grows = false
      while (touches(mine[own], start, end)) {
        end = Math.max(end, mine[own]?.end ?? end)
        own += 1
        grows = true
      }
      while (touches(theirs[other], start, end)) {
        end = Math.max(end, theirs[other]?.end ?? end)
        other += 1
        grows = true
      }
    }
    const [ours, others] = [mine.slice(ownFrom, own), theirs.slice(otherFrom, other)]
    const region = { base, start, end }
    const [mineLines, theirLines] = [applied(region, ours), applied(region, others)]
    if (ours.length === 0) merged.push(...theirLines)
    else if (others.length === 0 || sameLines(mineLines, theirLines)) merged.push(...mineLines)
    else {
      merged.push(...theirLines, ...mineLines)
      contradicts = true
    }
    line = end
  }
  return { lines: [...merged, ...base.slice(line)], contradicts }
}

const touches = (hunk: Hunk | undefined, start: number, end: number): boolean =>
  hunk !== undefined && (hunk.start < end || hunk.start === start)

const applied = (
  { base, start, end }: { readonly base: readonly string[]; readonly start: number; readonly end: number },
  hunks: readonly Hunk[],
): readonly string[] => {
  const lines: string[] = []
  let line = start
  for (const hunk of hunks) {
    lines.push(...base.slice(line, hunk.start), ...hunk.lines)
    line = hunk.end
  }
  return [...lines, ...base.slice(line, end)]
}

const sameLines = (first: readonly string[], second: readonly string[]): boolean =>
  first.length === second.length && first.every((line, index) => line === second[index])
