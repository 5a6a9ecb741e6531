import type { CompiledField, CompiledQuestion } from './compiled.ts'
import type { Choice } from './program.ts'

type Choices = ReadonlyMap<string, Choice>

const scaleChoices = ({ values }: CompiledField): Choices =>
  new Map(
    values.map(({ code, score, allowed, requires }) => [
      code,
      { score: score ?? Number.NaN, allowed, needsComment: requires.includes('comment'), isExclusive: false },
    ]),
  )

const listChoices = ({ options }: CompiledField): Choices =>
  new Map(
    options.map(({ code, score, isExclusive }) => [
      code,
      { score: score ?? Number.NaN, allowed: 'always', needsComment: false, isExclusive },
    ]),
  )

/** What can be chosen, by question and by column; fields with the same values share one Map. */
export const choicesOf = (questions: readonly CompiledQuestion[]): ReadonlyMap<CompiledField, Choices> => {
  const shared = new Map<unknown, Choices>()
  const found = new Map<CompiledField, Choices>()
  for (const field of questions.flatMap((question): CompiledField[] => [question, ...question.columns])) {
    if (field.scale === null && field.options.length === 0) continue
    const source = field.scale === null ? field.options : field.values
    const choices = shared.get(source) ?? (field.scale === null ? listChoices(field) : scaleChoices(field))
    shared.set(source, choices)
    found.set(field, choices)
  }
  return found
}

type Scored = readonly { readonly score: number | null }[]

const highestOf = (scored: Scored): number =>
  scored.reduce((highest, { score }) => (score !== null && score > highest ? score : highest), Number.NEGATIVE_INFINITY)

/** The most that options chosen together can give; one that excludes the others stands alone. */
const highestTogether = ({ options }: CompiledField): number => {
  const together = options.filter((option) => !option.isExclusive && (option.score ?? 0) > 0)
  const sum = together.reduce((total, { score }) => total + (score ?? 0), 0)
  return together.length > 0 ? Math.max(sum, highestOf(options)) : highestOf(options)
}

/**
 * The highest score of a question. Options chosen together add up; yes is 1 and no is 0; a number counts as itself,
 * and has a highest score where it is bounded.
 */
export const highestScoreOf = (question: CompiledQuestion): number => {
  switch (question.type) {
    case 'scale':
      return highestOf(question.values)
    case 'single':
      return highestOf(question.options)
    case 'multi':
      return highestTogether(question)
    case 'boolean':
      return 1
    case 'percent':
      return question.max ?? 100
    case 'number':
      return question.max ?? Number.NaN
    case 'computed':
    case 'text':
    case 'longText':
    case 'date':
    case 'year':
    case 'link':
    case 'file':
    case 'table':
      return Number.NaN
  }
}
