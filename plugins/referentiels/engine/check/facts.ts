import type { Closest } from '../findings/closest-name.ts'
import type { DocumentPath } from '../findings/finding.ts'
import type { Outline, OutlinedNode, OutlinedQuestion } from './outline.ts'

export type Placed<T> = { readonly item: T; readonly path: DocumentPath }

/** A question with the node that asks it; the one made by `rating` has its node's code. */
export type AskedQuestion = Placed<OutlinedQuestion> & { readonly node: Placed<OutlinedNode> }

/** What answers choose from: the values of a scale, the options of a list. */
export type Choice = {
  /** Missing where they can't be read, or stand in an outside source: then any code may be right. */
  readonly codes?: ReadonlySet<string>
  readonly hasScore: boolean
}

/** The outline with its parts by name: of two of the same name, the first. */
export type Facts = {
  readonly outline: Outline
  readonly closest: Closest
  readonly kinds: ReadonlyMap<string, { readonly assessable?: boolean }>
  readonly scales: ReadonlyMap<string, Choice>
  readonly lists: ReadonlyMap<string, Choice>
  readonly profileFields: ReadonlyMap<string, { readonly type?: string; readonly list?: string }>
  readonly nodes: readonly Placed<OutlinedNode>[]
  readonly nodeByCode: ReadonlyMap<string, Placed<OutlinedNode>>
  readonly questions: readonly AskedQuestion[]
  /** Questions, and nodes rated by themselves: what `answer.` may name. */
  readonly answerable: ReadonlyMap<string, Pick<OutlinedQuestion, 'type' | 'scale' | 'list'>>
}

/** The items of a list that are readable, each with its path. */
export const placed = <T>(items: readonly (T | undefined)[] | undefined, path: DocumentPath): readonly Placed<T>[] =>
  (items ?? []).flatMap((item, index) => (item === undefined ? [] : [{ item, path: [...path, index] }]))

const byCode = <T extends { readonly code?: string }>(items: readonly (T | undefined)[] | undefined): ReadonlyMap<string, T> => {
  const found = new Map<string, T>()
  for (const item of items ?? []) if (item?.code !== undefined && !found.has(item.code)) found.set(item.code, item)
  return found
}

type Choosable = readonly ({ readonly code?: string; readonly score?: number | null } | undefined)[]

/** An unreadable choice is reported as such: until then it may have scores. */
const choice = (values: Choosable | undefined, isOpen = false): Choice => ({
  codes: values === undefined || isOpen ? undefined : new Set(values.flatMap((value) => value?.code ?? [])),
  hasScore: values === undefined || values.some((value) => typeof value?.score === 'number'),
})

const choices = <T extends { readonly code?: string }>(
  items: readonly (T | undefined)[] | undefined,
  choiceIn: (item: T) => Choice,
): ReadonlyMap<string, Choice> => new Map([...byCode(items)].map(([code, item]) => [code, choiceIn(item)]))

export const factsOf = (outline: Outline, closest: Closest): Facts => {
  const nodes = placed(outline.nodes, ['nodes'])
  const nodeByCode = new Map<string, Placed<OutlinedNode>>()
  for (const node of nodes) {
    const { code } = node.item
    if (code !== undefined && !nodeByCode.has(code)) nodeByCode.set(code, node)
  }
  const questions = nodes.flatMap((node) =>
    placed(node.item.questions, [...node.path, 'questions']).map((question) => ({ ...question, node })),
  )
  return {
    outline,
    closest,
    kinds: byCode(outline.kinds),
    scales: choices(outline.scales, ({ values }) => choice(values)),
    lists: choices(outline.lists, ({ options, external }) => choice(options, external !== undefined)),
    profileFields: byCode(outline.profileFields),
    nodes,
    nodeByCode,
    questions,
    answerable: answerableOf(nodes, questions),
  }
}

const answerableOf = (nodes: Facts['nodes'], questions: Facts['questions']): Facts['answerable'] => {
  const found = new Map<string, Pick<OutlinedQuestion, 'type' | 'scale' | 'list'>>()
  for (const { item } of nodes) {
    if (item.code !== undefined && item.rating !== undefined) found.set(item.code, { type: 'scale', scale: item.rating })
  }
  for (const { item } of questions) if (item.code !== undefined && !found.has(item.code)) found.set(item.code, item)
  return found
}

/** Levels above a node that are looked at: a hostile chain of parents must not cost the square of its length. */
const highest = 200

/** The node itself, then those above it. */
export const lineage = function* (node: Placed<OutlinedNode>, { nodeByCode }: Facts): Generator<Placed<OutlinedNode>> {
  let each: Placed<OutlinedNode> | undefined = node
  for (let level = 0; each && level < highest; level += 1) {
    yield each
    each = nodeByCode.get(each.item.parent ?? '')
  }
}

/** What nodes hold, themselves or below: each word is given to its node and to those above. */
export const gatherUp = (
  facts: Facts,
  wordsOf: (node: Placed<OutlinedNode>) => readonly string[],
): ReadonlyMap<Placed<OutlinedNode>, ReadonlySet<string>> => {
  const gathered = new Map<Placed<OutlinedNode>, Set<string>>()
  for (const node of facts.nodes) {
    const words = wordsOf(node)
    if (words.length === 0) continue
    for (const above of lineage(node, facts)) {
      const known = gathered.get(above) ?? new Set()
      gathered.set(above, known)
      for (const word of words) known.add(word)
    }
  }
  return gathered
}

/** What a question lets choose from: its scale or its list. */
export const choiceOf = (
  question: Pick<OutlinedQuestion, 'type' | 'scale' | 'list'> | undefined,
  { scales, lists }: Pick<Facts, 'scales' | 'lists'>,
): Choice | undefined => {
  if (question?.type === 'scale') return scales.get(question.scale ?? '')
  return question?.type === 'single' || question?.type === 'multi' ? lists.get(question.list ?? '') : undefined
}

/** An unknown scale or list is reported as such: until then it may have scores. */
export const hasScore = (choices: ReadonlyMap<string, Choice>, name: string | undefined): boolean => choices.get(name ?? '')?.hasScore ?? true

/** Whether a question counts in its node's score: as it says, else where its scale or list has scores. */
export const counts = ({ type, scale, list, scored }: OutlinedQuestion, { scales, lists }: Facts): boolean => {
  if (scored !== undefined) return scored
  if (type === 'scale') return hasScore(scales, scale)
  if (type === 'single' || type === 'multi') return hasScore(lists, list)
  return false
}
