import type { Expression } from '../conditions/expression.ts'
import type { ExpressionError } from '../conditions/expression-error.ts'
import { booleans, keywords, type Namespace, namespaces, namespaceWords, writtenIn } from '../conditions/vocabulary.ts'
import { comparisonsOf, namesIn, optionsCompared } from './expressions.ts'
import { type Trial, tryInPlace, type Trying } from './try-in-expression.ts'

/**
 * What the author of a condition meant by a word that the grammar refuses: `salaries` is `profil.salaries` where the
 * profile has such a field, `PA` is `"PA"` where it is compared with a list that has it. Each guess is tried in its
 * place: what would only lead to another mistake about it is not suggested.
 */
export const meantInstead = (error: ExpressionError, asked: Trying): string | undefined => {
  const { at, expected, suggestion } = error
  const source = asked.written.source.normalize('NFC')
  const [word] = /^[\p{L}\d_][\p{L}\p{M}\d_.-]*/u.exec(source.slice(at)) ?? []
  if (error.code === 'FONCTION_INCONNUE' || word === undefined) return suggestion
  const tried = (guess: string): Trial => tryInPlace(guess, { at, instead: word }, asked)
  switch (expected) {
    case 'operator':
      return suggestion !== undefined && tried(suggestion).is !== 'refused' ? suggestion : undefined
    case 'code':
      return nameAfter(source.slice(0, at), word, asked)
    case 'literal':
    case 'operand':
    case 'number': {
      if (keywords.has(word.toLowerCase())) return undefined
      const text = `"${word}"`
      const { isCompared, options } = beside({ at, expression: tried(text).expression }, asked)
      if (options?.has(word)) return text
      const option = options && asked.facts.closest(word, options)
      const literal = option === undefined ? undefined : `"${option}"`
      // A list holds literals alone.
      const names = expected === 'literal' ? [] : referencesFor(word, asked)
      const guesses = [...names, literal, truthFor(word, asked), isCompared && options === undefined ? text : undefined].filter((guess) => guess !== undefined)
      return guesses.find((guess) => tried(guess).is === 'sound') ?? names[0] ?? literal
    }
    default:
      return undefined
  }
}

/** Whether a text at that place is compared with something of the document, and with which of its codes. */
const beside = ({ at, expression }: { readonly at: number; readonly expression: Expression | undefined }, { facts }: Trying) => {
  const isThere = (side: Expression): boolean => side.at === at || (side.kind === 'list' && side.items.some(isThere))
  const comparison = expression && comparisonsOf(expression).find(({ left, right }) => isThere(left) || isThere(right))
  return {
    isCompared: comparison !== undefined && [comparison.left, comparison.right].some(({ kind }) => kind === 'reference'),
    options: comparison && optionsCompared(comparison, facts),
  }
}

const named: readonly Namespace[] = ['profile', 'answer', 'score']

/** References that a word may stand for, in the author's language, the likeliest first. */
const referencesFor = (word: string, { written: { source, columns }, facts }: Trying): readonly string[] => {
  const language = writtenIn(source)
  const to = (namespace: Namespace, name: string | undefined): readonly string[] => (name === undefined ? [] : [`${namespaceWords[namespace][language]}.${name}`])
  const near = (namespace: Namespace, name: string): readonly string[] => to(namespace, facts.closest(name, namesIn(namespace, columns, facts)))
  const dot = word.indexOf('.')
  const meant = dot < 0 ? undefined : namespaces.get(facts.closest(word.slice(0, dot), namespaces.keys()) ?? '')
  return [
    ...named.flatMap((namespace) => ([...namesIn(namespace, columns, facts)].includes(word) ? to(namespace, word) : [])),
    ...(meant === undefined ? [] : near(meant, word.slice(dot + 1))),
    ...named.flatMap((namespace) => near(namespace, word)),
  ]
}

/** A word of three letters is near too many. */
const truthFor = (word: string, { facts }: Trying): string | undefined => (word.length > 3 ? facts.closest(word, booleans.keys()) : undefined)

/** `profil.salariés`: no code has an accent. */
const nameAfter = (start: string, name: string, { written: { columns }, facts }: Trying): string | undefined => {
  const namespace = namespaces.get(/\p{L}+(?=\.$)/u.exec(start)?.[0].toLowerCase() ?? '')
  return namespace && facts.closest(name, namesIn(namespace, columns, facts))
}
