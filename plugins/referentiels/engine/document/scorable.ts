import type { Question } from './question.schema.ts'
import type { List, Scale } from './scale.schema.ts'

export type Scores = {
  readonly scales: readonly Pick<Scale, 'code' | 'values'>[]
  readonly lists: readonly Pick<List, 'code' | 'options'>[]
}

/** Whether a question counts when it says nothing: where a value of its scale, or an option of its list, has a score. */
export const scoredByDefault = (question: Pick<Question, 'type' | 'scale' | 'list'>, { scales, lists }: Scores): boolean => {
  switch (question.type) {
    case 'scale':
      return scales.some(({ code, values }) => code === question.scale && values.some((value) => value.score !== null))
    case 'single':
    case 'multi':
      return lists.some(
        ({ code, options }) => code === question.list && (options ?? []).some((option) => typeof option.score === 'number'),
      )
    default:
      return false
  }
}
