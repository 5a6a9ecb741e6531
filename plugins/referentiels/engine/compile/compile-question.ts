import type { Question, TableColumn } from '../document/question.schema.ts'
import { scoredByDefault, type Scores } from '../document/scorable.ts'
import type { AllowedValues } from './allowed-values.ts'
import type { CompiledField, CompiledQuestion, CompiledScale } from './compiled.ts'
import type { CompiledList } from './compile-scales.ts'
import type { Localise } from './localise.ts'
import type { TreeNode } from './tree.ts'

/** What the document offers to questions. */
export type Offer = {
  readonly localise: Localise
  readonly scales: ReadonlyMap<string, CompiledScale>
  readonly lists: ReadonlyMap<string, CompiledList>
  readonly allowedValues: AllowedValues
  readonly scores: Scores
}

/** What a question takes from the node that asks it. */
export type QuestionPlace = Pick<CompiledQuestion, 'index' | 'node' | 'criterion' | 'isRating' | 'isOptional' | 'repeatedBy'>

const compileField = (asked: Question | TableColumn, tree: TreeNode, offer: Offer): CompiledField => {
  const { localise, scales, lists, allowedValues } = offer
  const scale = asked.type === 'scale' && asked.scale !== undefined ? scales.get(asked.scale) : undefined
  const list = asked.list === undefined ? undefined : lists.get(asked.list)
  return {
    code: asked.code,
    type: asked.type,
    prompt: localise.text(asked.prompt),
    help: localise.optional(asked.help),
    isRequired: asked.required ?? false,
    scale: scale?.code ?? null,
    values: scale === undefined ? [] : allowedValues(scale, tree),
    list: asked.list ?? null,
    options: list?.options ?? [],
    external: list?.external ?? null,
    unit: asked.unit ?? null,
    unitChoices: asked.unitChoices ?? [],
    min: asked.min ?? null,
    max: asked.max ?? null,
    decimals: asked.decimals ?? null,
    maxLength: asked.maxLength ?? null,
    externalCode: asked.externalCode ?? null,
  }
}

/**
 * Whether an answer gives a score: unless said otherwise where a value of the scale or an option of the list has one; for
 * numbers, percentages, yes or no (1 or 0) and computed values only where the author says `scored: true`.
 */
const isScored = (question: Question, { scores }: Offer): boolean => {
  switch (question.type) {
    case 'scale':
    case 'single':
    case 'multi':
      return question.scored !== false && scoredByDefault(question, scores)
    case 'boolean':
    case 'number':
    case 'percent':
    case 'computed':
      return question.scored === true
    case 'text':
    case 'longText':
    case 'date':
    case 'year':
    case 'link':
    case 'file':
    case 'table':
      return false
  }
}

/** One question at its place. `required: false` says that it may stay empty; nothing said, it is missed. */
export const compileQuestion = (
  question: Question,
  { tree, ...place }: QuestionPlace & { readonly tree: TreeNode },
  offer: Offer,
): CompiledQuestion => {
  const field = compileField(question, tree, offer)
  return {
    ...field,
    ...place,
    isOptional: place.isOptional || question.required === false,
    isScored: isScored(question, offer),
    weight: question.weight ?? 1,
    isConditional: question.appliesIf !== undefined,
    tags: question.tags ?? [],
    columns: (question.columns ?? []).map((column) => compileField(column, tree, offer)),
    rows:
      question.type === 'table'
        ? { min: question.rows?.min ?? 0, max: question.rows?.max ?? null, key: question.rows?.key ?? null }
        : null,
  }
}
