import type { Expression } from '../conditions/expression.ts'
import { parseExpression } from '../conditions/parse-expression.ts'
import { readTokens } from '../conditions/read-tokens.ts'
import type { Finding } from '../findings/finding.ts'
import { expressionReferences } from './expressions.ts'
import type { ReadExpression, WrittenExpression } from './expressions.ts'
import type { Facts } from './facts.ts'

export type Trying = {
  readonly written: WrittenExpression
  readonly facts: Facts
  /** What is said of the types of an expression that can be read. */
  readonly typesIn: (expression: ReadExpression) => readonly Finding[]
}

/**
 * What a guess comes to: refused where it stands, or read and meaning something (`sound`) or not. The expression is
 * missing where neither all of it nor its beginning can be read.
 */
export type Trial =
  | { readonly is: 'refused'; readonly expression?: undefined }
  | { readonly is: 'sound' | 'doubtful'; readonly expression?: Expression }

/** Tries a guess in the place of a word that the grammar refuses. */
export const tryInPlace = (guess: string, { at, instead }: { readonly at: number; readonly instead: string }, { written, facts, typesIn }: Trying): Trial => {
  const source = written.source.normalize('NFC')
  const start = source.slice(0, at) + guess
  const isUnknown = (read: ReadExpression): boolean => expressionReferences([read], facts).some((finding) => finding.at === at)
  const whole = parseExpression(start + source.slice(at + instead.length))
  if (whole.ok) {
    const read = { ...written, expression: whole.value }
    return { is: isUnknown(read) || typesIn(read).length > 0 ? 'doubtful' : 'sound', expression: whole.value }
  }
  if (whole.error.at >= at && whole.error.at < start.length) return { is: 'refused' }
  // Something else is wrong further on: up to here it may be right.
  const beginning = parseExpression(start + closersOf(start))
  if (!beginning.ok) return { is: 'doubtful' }
  return { is: isUnknown({ ...written, expression: beginning.value }) ? 'doubtful' : 'sound', expression: beginning.value }
}

const closers: ReadonlyMap<string, string> = new Map([['(', ')'], ['[', ']']])

/** What closes all that a beginning leaves open. */
const closersOf = (beginning: string): string => {
  const open: string[] = []
  for (const { kind, text } of readTokens(beginning).all) {
    const closer = kind === 'symbol' ? closers.get(text) : undefined
    if (closer !== undefined) open.unshift(closer)
    else if (kind === 'symbol' && text === open[0]) open.shift()
  }
  return open.join('')
}
