import { canonicalText } from '../document/canonical-text.ts'
import type { ReferentielDocument } from '../document/document.schema.ts'
import type { ReferentielNode } from '../document/node.schema.ts'
import type { Question, QuestionType, TableColumn } from '../document/question.schema.ts'

/** What answers are given to at one code, made comparable between two versions. */
export type AskedAt = {
  /** The words that ask. Help, examples, numbers and evidence are not among them: changing those changes no answer. */
  readonly words: string
  /** How it is answered; null for a node that isn't rated. */
  readonly answer: { readonly type: QuestionType; readonly choices: string } | null
}

type Choices = { readonly words: unknown; readonly values: unknown }
type ChoicesOf = (field: Pick<Question | TableColumn, 'type' | 'scale' | 'list'>) => Choices

const choicesIn = ({ scales = [], lists = [] }: ReferentielDocument): ChoicesOf => {
  const scaleChoices = new Map(
    scales.map(({ code, values }): [string, Choices] => [
      code,
      {
        words: values.map((value) => [value.code, value.label, value.description]),
        values: values.map((value) => [value.code, value.score]),
      },
    ]),
  )
  // A list that grows or is worded anew keeps the meaning of what was chosen from it: its values are not compared.
  const listChoices = new Map(
    lists.map(({ code, options = [] }): [string, Choices] => [
      code,
      { words: options.map((option) => [option.code, option.label]), values: null },
    ]),
  )
  const none: Choices = { words: null, values: null }
  return ({ type, scale, list }) => {
    if (type === 'scale') return scaleChoices.get(scale ?? '') ?? none
    return type === 'single' || type === 'multi' ? (listChoices.get(list ?? '') ?? none) : none
  }
}

const questionAsked = (question: Question, choicesOf: ChoicesOf): AskedAt => {
  const { prompt, help, unit, unitChoices, columns = [] } = question
  const { words, values } = choicesOf(question)
  return {
    words: canonicalText([prompt, help, unit, unitChoices, words, columns.map((column) => [column.code, column.prompt, column.help, column.unit, choicesOf(column).words])].map((part) => part ?? null)),
    answer: {
      type: question.type,
      choices: canonicalText([values, columns.map((column) => [column.code, column.type, choicesOf(column).values])]),
    },
  }
}

const nodeAsked = ({ title, statement, levelTexts, rating }: ReferentielNode, choicesOf: ChoicesOf): AskedAt => {
  const { words, values } = choicesOf({ type: 'scale', scale: rating })
  return {
    words: canonicalText([title, statement ?? null, levelTexts ?? null, rating === undefined ? null : words]),
    // A question without columns, as every rating is.
    answer: rating === undefined ? null : { type: 'scale', choices: canonicalText([values, []]) },
  }
}

/** Code → what is asked there, of nodes and questions, in the order in which the document shows them. */
export const askedContent = (document: ReferentielDocument): ReadonlyMap<string, AskedAt> => {
  const choicesOf = choicesIn(document)
  const nodes = document.nodes.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
  return new Map(
    nodes.flatMap((node) => [
      [node.code, nodeAsked(node, choicesOf)] as const,
      ...(node.questions ?? []).map((question) => [question.code, questionAsked(question, choicesOf)] as const),
    ]),
  )
}
