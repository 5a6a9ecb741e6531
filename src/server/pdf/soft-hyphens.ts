import createHyphenator from 'hyphen'
import patterns from 'hyphen/patterns/fr.js'

const soft = '\u00ad'

/** Shorter words gain nothing from being cut. */
const shortest = 7

/** As many different words as a long report has, a few times over; a bounded memory. */
const remembered = 20_000

/** Fewer than two letters before a cut, or than three after it, are not good French printing. */
const lonely = /(?<=^\p{L})\u00ad|\u00ad(?=\p{L}{1,2}$)/gu

const cut = createHyphenator(patterns, { async: false, hyphenChar: soft, minWordLength: shortest })
const known = new Map<string, string>()

const cutWord = (word: string): string => {
  const before = known.get(word)
  if (before !== undefined) return before
  const result = cut(word)
  const written = typeof result === 'string' ? result.replace(lonely, '') : word
  if (known.size >= remembered) known.clear()
  known.set(word, written)
  return written
}

/** Only words in small letters: names, acronyms and what holds a digit stay whole. */
const word = new RegExp(`(?<![\\p{L}\\p{N}_])\\p{Ll}{${shortest},}(?![\\p{L}\\p{N}_])`, 'gu')

/** Addresses must be copied as they are. */
const address = /[@/\\]|\.\p{L}/u

/**
 * A French text with the places where its words may be cut at the end of a line (U+00AD, invisible elsewhere).
 * For body text on paper alone: Chromium's own `hyphens: auto` does nothing in several of its builds (stack.md §0).
 */
export const withSoftHyphens = (text: string): string =>
  text
    .split(/(\s+)/u)
    .map((piece) => (address.test(piece) ? piece : piece.replace(word, cutWord)))
    .join('')
