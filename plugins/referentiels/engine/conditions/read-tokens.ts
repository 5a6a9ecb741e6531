import { Refusal } from './expression-error.ts'

export type Token = {
  readonly kind: 'number' | 'string' | 'word' | 'symbol' | 'end'
  /** As it is written; of `<>`, `≠`, `≤` and `≥` the form that the tree uses. */
  readonly text: string
  readonly at: number
  /** Where the next character stands. */
  readonly end: number
  /** Of a quoted text: what the quotes hold. */
  readonly value?: string
}

/** Spaces of every width, and the ones without any that word processors leave. */
const blanks = /[\s\u200B\u2060]+/uy
/** A reference is the longest run of letters, digits, `_ . -`: minus between references needs spaces. */
const words = /[\p{L}_][\p{L}\p{M}\p{Nd}_.-]*/uy
const numbers = /\d+(?:\.\d+)?/uy
/** What can't follow a number at once: `1.10.2` and `3a` are codes that want quotes. */
const glued = /[\p{L}\p{M}\p{Nd}_.][\p{L}\p{M}\p{Nd}_.-]*/uy
const symbols = /<>|<=|>=|!=|[()[\],;=≠<≤>≥+\-*/]/uy
const mistaken = /={2,3}|=>|=<|!==|&&?|\|\|?|!(?!=)|[×÷−–—]/uy

const canonicalSymbols: ReadonlyMap<string, string> = new Map([
  ['<>', '!='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
])

/** Habits of spreadsheets, of programming languages and of word processors. */
const corrections: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['===', '='],
  ['=>', '>='],
  ['=<', '<='],
  ['!==', '!='],
  ['&', 'et'],
  ['&&', 'et'],
  ['|', 'ou'],
  ['||', 'ou'],
  ['!', 'non'],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['—', '-'],
])

/** Word processors open and close with either curly form. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"“”'],
  ['“', '"“”'],
  ['”', '"“”'],
  ["'", "'‘’"],
  ['‘', "'‘’"],
  ['’', "'‘’"],
  ['«', '»'],
])

const matchAt = (pattern: RegExp, source: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

/** A backslash keeps the next character as it is. Spaces inside « » belong to the quotes. */
const readString = (source: string, at: number): Token | null => {
  const opener = source.charAt(at)
  const closer = closers.get(opener)
  if (closer === undefined) return null
  let value = ''
  for (let place = at + 1; place < source.length; place += 1) {
    const character = source.charAt(place)
    if (closer.includes(character)) {
      const kept = (opener === '«' ? value.trim() : value).normalize('NFC')
      return { kind: 'string', text: source.slice(at, place + 1), at, end: place + 1, value: kept }
    }
    if (character === '\\') place += 1
    value += source.charAt(place)
  }
  throw new Refusal({ at, expected: 'closing-quote', found: source.slice(at) })
}

const readNumber = (source: string, at: number): Token | null => {
  const text = matchAt(numbers, source, at)
  if (text === '') return null
  const tail = matchAt(glued, source, at + text.length)
  if (tail !== '') {
    throw new Refusal({ at, expected: 'number', found: text + tail })
  }
  return { kind: 'number', text, at, end: at + text.length }
}

const readWord = (source: string, at: number): Token | null => {
  const text = matchAt(words, source, at)
  return text === '' ? null : { kind: 'word', text, at, end: at + text.length }
}

const readSymbol = (source: string, at: number): Token => {
  const wrong = matchAt(mistaken, source, at)
  if (wrong !== '') throw new Refusal({ at, expected: 'operator', found: wrong, suggestion: corrections.get(wrong) })
  const text = matchAt(symbols, source, at)
  if (text === '') {
    throw new Refusal({ at, expected: 'operand', found: String.fromCodePoint(source.codePointAt(at) ?? 0) })
  }
  return { kind: 'symbol', text: canonicalSymbols.get(text) ?? text, at, end: at + text.length }
}

export type Tokens = { readonly all: readonly Token[]; readonly end: Token }

/**
 * The source cut into tokens.
 * @throws Refusal where a character belongs to none
 */
export const readTokens = (source: string): Tokens => {
  const tokens: Token[] = []
  let at = matchAt(blanks, source, 0).length
  while (at < source.length) {
    const token =
      readWord(source, at) ?? readNumber(source, at) ?? readString(source, at) ?? readSymbol(source, at)
    tokens.push(token)
    at = token.end + matchAt(blanks, source, token.end).length
  }
  return { all: tokens, end: { kind: 'end', text: '', at: source.length, end: source.length } }
}
