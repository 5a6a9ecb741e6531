/** How alike two short texts are, whatever their accents, capitals and punctuation. */

export type Fingerprint = {
  readonly trigrams: ReadonlySet<string>
  /** Words of some length, and numbers: what makes two texts worth comparing at all. */
  readonly words: ReadonlySet<string>
}

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

const shortestWord = 4
/** Enough to recognise a text by; a hostile one must not cost its whole length. */
const longestRead = 2_000

export const fingerprint = (text: string): Fingerprint => {
  const read = plain(text.slice(0, longestRead))
  const padded = ` ${read} `
  const trigrams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3))
  return { trigrams, words: new Set(read.split(' ').filter((word) => word.length >= shortestWord || /\d/.test(word))) }
}

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let count = 0
  for (const item of small) if (large.has(item)) count += 1
  return count
}

/** 0…1: 1 for the same text, by the letters that they share. */
export const likeness = ({ trigrams: one }: Fingerprint, { trigrams: other }: Fingerprint): number =>
  one.size + other.size === 0 ? 0 : (2 * shared(one, other)) / (one.size + other.size)

/** 0…1: how much of the first text is in the second. */
export const containment = ({ trigrams: one }: Fingerprint, { trigrams: other }: Fingerprint): number =>
  one.size === 0 ? 0 : shared(one, other) / one.size
