import { editDistance } from '../edit-distance.ts'

/**
 * « Vouliez-vous… ? » : the name nearest to a mistyped one. A damaged file may hold thousands of unknown names
 * beside thousands of known ones, so that one check shares a budget of comparisons and then stops guessing.
 */

/** In letters compared with letters: about a third of a second. */
const budget = 10_000_000
/** What looking at one candidate costs, however short it is. */
const glance = 20
const longestName = 64

const sharedStart = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[\s_]/gu, '-')

export type Closest = (wanted: string, known: Iterable<string>) => string | undefined

/** Several lists of names as one, without copying them for each question. */
export const chained = function* (lists: readonly Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list
}

/**
 * A guesser with a budget of its own. It answers the known name within a third of the letters (at least one),
 * accents, capitals and underscores put aside; among equals the one that starts alike, then the first.
 */
export const closestName = (): Closest => {
  let spent = 0
  return (wanted, known) => {
    if (wanted.length > longestName) return undefined
    const sought = plain(wanted)
    // A single letter is near every other.
    const most = Math.min(sought.length - 1, Math.max(1, Math.floor(sought.length / 3)))
    let best: { readonly name: string; readonly far: number; readonly start: number } | undefined
    for (const name of known) {
      spent += glance
      if (spent > budget) return undefined
      if (name.length > longestName || Math.abs(name.length - wanted.length) > most) continue
      const candidate = plain(name)
      spent += sought.length * candidate.length
      const far = editDistance(sought, candidate)
      if (far > most) continue
      const start = sharedStart(sought, candidate)
      if (!best || far < best.far || (far === best.far && start > best.start)) best = { name, far, start }
    }
    return best?.name
  }
}
