import { type Expected, maximumDepth, Refusal } from './expression-error.ts'
import type { Token, Tokens } from './read-tokens.ts'

const isSymbol = (token: Token, symbol: string): boolean => token.kind === 'symbol' && token.text === symbol

/** Openers of the groups that hold a `;` of their own: there, commas are decimal. */
const groupsWithSemicolons = (tokens: readonly Token[]): ReadonlySet<Token> => {
  const found = new Set<Token>()
  const open: Token[] = []
  for (const token of tokens) {
    if (isSymbol(token, '(') || isSymbol(token, '[')) open.push(token)
    else if (isSymbol(token, ')') || isSymbol(token, ']')) open.pop()
    else if (isSymbol(token, ';')) {
      const opener = open.at(-1)
      if (opener !== undefined) found.add(opener)
    }
  }
  return found
}

type Closer = { readonly symbol: string; readonly expected: Expected }

/** Where the reader is among the tokens, and how deep. */
export class Cursor {
  readonly #tokens: readonly Token[]
  readonly #withSemicolons: ReadonlySet<Token>
  readonly #end: Token
  #position = 0
  #depth = 0
  #commaSeparates = false

  constructor({ all, end }: Tokens) {
    this.#tokens = all
    this.#end = end
    this.#withSemicolons = groupsWithSemicolons(all)
  }

  get current(): Token {
    return this.ahead(0)
  }

  /** Whether a comma stands between items here, and so can't be decimal. */
  get commaSeparates(): boolean {
    return this.#commaSeparates
  }

  ahead(count: number): Token {
    return this.#tokens[this.#position + count] ?? this.#end
  }

  take(): Token {
    const token = this.current
    this.#position += 1
    return token
  }

  sees(symbol: string): boolean {
    return isSymbol(this.current, symbol)
  }

  takeSymbol(symbol: string, expected: Expected): Token {
    if (!this.sees(symbol)) this.refuse(expected)
    return this.take()
  }

  /** @throws Refusal always, at the current token */
  refuse(expected: Expected, suggestion?: string): never {
    const { at, text } = this.current
    throw new Refusal({ at, expected, found: text, suggestion })
  }

  /** Reads something one level deeper. */
  nested<T>(read: () => T): T {
    if (this.#depth >= maximumDepth) this.refuse('less-nesting')
    this.#depth += 1
    const value = read()
    this.#depth -= 1
    return value
  }

  /** Reads what parentheses hold: a comma there is decimal. */
  within<T>(read: () => T): T {
    return this.#inGroup(false, read)
  }

  /** Reads items up to the closing symbol, which is taken; `;` in a group makes it the only separator. */
  items<T>(opener: Token, closer: Closer, read: () => T): readonly T[] {
    const separator = this.#withSemicolons.has(opener) ? ';' : ','
    return this.#inGroup(separator === ',', () => {
      const items = [read()]
      while (!this.sees(closer.symbol)) {
        if (this.sees(separator)) this.take()
        else this.refuse(this.sees(',') ? 'separator' : closer.expected, this.sees(',') ? ';' : undefined)
        items.push(read())
      }
      this.take()
      return items
    })
  }

  #inGroup<T>(commaSeparates: boolean, read: () => T): T {
    const outside = this.#commaSeparates
    this.#commaSeparates = commaSeparates
    const value = this.nested(read)
    this.#commaSeparates = outside
    return value
  }
}
